#include "export/text_output.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace newsgraph;

TEST_CASE("Pieces arrive in order and whole, however large", "[export]") {
    std::ostringstream stream;
    std::string wanted;
    {
        TextOutput out(stream);
        for (unsigned i = 0; i < 50'000; ++i) {
            out << "piece " << i << '\n';
            out.end_piece();
            wanted += "piece " + std::to_string(i) + '\n';
        }
        CHECK(stream.str().size() > 500'000);  // handed on meanwhile, not kept
    }
    CHECK(stream.str() == wanted);
}
