#pragma once
// The program as a whole.

namespace newsgraph {

/// Runs the program and returns its exit code: 0 done, 1 failed, 2 wrong usage.
int run_program(int argument_count, const char* const* arguments);

}  // namespace newsgraph
