#include "cli/suggest.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace newsgraph;

TEST_CASE("the nearest candidate is suggested, if one is near", "[cli][suggest]") {
    const std::vector<std::string> known{"competes-with", "supplies", "supports", "part-of"};
    CHECK(nearest("competes", known) == "competes-with");
    CHECK(nearest("suplies", known) == "supplies");
    CHECK(nearest("Supprots", known) == "supports");
    CHECK(nearest("partof", known) == "part-of");
    CHECK_FALSE(nearest("eats", known).has_value());
    CHECK_FALSE(nearest("", known).has_value());
    CHECK_FALSE(nearest("x", {}).has_value());
}
