// A program of another project.
#include <iostream>

#include "graph/error.hpp"

int main() {
    const newsgraph::Error error{"news.jsonl:2", "field \"text\" is missing", "add it"};
    std::cout << error.what() << '\n';
}
