#pragma once
// The program was asked for what it doesn't offer.

#include "graph/error.hpp"

namespace newsgraph {

/// Wrong usage: the program ends with exit code 2, not 1.
class UsageError : public Error {
  public:
    using Error::Error;
};

}  // namespace newsgraph
