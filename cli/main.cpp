// newsgraph: builds, asks and draws knowledge graphs of news articles.

#include "cli/program.hpp"

int main(int argument_count, char** arguments) { return newsgraph::run_program(argument_count, arguments); }
