#include "graph/store/normal_form.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/store/copies.hpp"
#include "graph/store/sha256.hpp"

using namespace newsgraph;

TEST_CASE("Names that are only written differently have one normal form", "[store]") {
    const auto [name, type, normal] = GENERATE(table<std::string, std::string, std::string>({
        {"Dr. Ann Lee", "person", "ann lee"},
        {"A. Lee", "person", "a lee"},
        {"President", "person", "president"},
        {"The Acme Corporation's", "organization", "acme corp"},
        {"Acme, Incorporated", "organization", "acme inc"},
        {"Inc", "organization", "inc"},
        {"GPT‑4o", "model", "gpt 4o"},
        {"Café Zoë", "place", "cafe zoe"},
    }));
    CHECK(normal_form(name, type) == normal);
}

TEST_CASE("A name is like a fuller one in one way, or not at all", "[store]") {
    const auto [type, form, fuller, how] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"person", "lee", "ann lee", "surname"},
            {"person", "ann", "ann lee", ""},
            {"person", "a lee", "ann lee", "initials"},
            {"person", "ann lee", "ann maria lee", "initials"},
            {"person", "bob lee", "ann lee", ""},
            {"person", "ann b lee", "ann maria lee", ""},
            {"organization", "etb", "european test bank", "first letters"},
            {"organization", "brannoch", "brannoch robotics", "first words"},
            {"organization", "bran", "brannoch robotics", ""},
            {"organization", "brannoch robitics", "brannoch robotics", "spelling"},
            {"model", "muse 4", "muse 4 turbo", ""},
            {"model", "musemodel 4", "musemodel 5", ""},
        }));
    CAPTURE(form, fuller);
    CHECK(likeness({type, form, ""}, {type, fuller, ""}) == how);
}

TEST_CASE("Forms that are alike find each other by their keys", "[store]") {
    const auto [type, form, fuller] = GENERATE(table<std::string, std::string, std::string>({
        {"person", "a lee", "ann lee"},
        {"organization", "etb", "european test bank"},
        {"organization", "brannoch", "brannoch robotics"},
        {"organization", "brannoch robitics", "brannoch robotics"},
        {"organization", "brannoch robtics", "brannoch robotics"},
        {"organization", "rbannoch robotics", "brannoch robotics"},
        {"organization", "acme", "acme inc"},
    }));
    CAPTURE(form, fuller);
    const auto sought = sought_keys({type, form, ""});
    const auto kept = kept_keys({type, fuller, ""});
    CHECK(std::ranges::any_of(sought,
                              [&](const std::string& key) { return std::ranges::count(kept, key) > 0; }));
}

TEST_CASE("An article with another headline is a copy, another article none", "[store]") {
    std::string text, other;
    for (int i = 0; i < 80; ++i) {
        text += "word" + std::to_string(i * 7 % 61) + ' ';
        other += "term" + std::to_string(i * 5 % 67) + ' ';
    }
    CHECK(is_copy(sketch_of(text), sketch_of("By our staff: a headline. " + text)));
    CHECK(is_copy(sketch_of(text), sketch_of(text)));
    CHECK_FALSE(is_copy(sketch_of(text), sketch_of(other)));
    CHECK(sketch_of("too few words").empty());
    CHECK_FALSE(is_copy({}, {}));
    CHECK(sketch_from(to_bytes(sketch_of(text))) == sketch_of(text));
}

TEST_CASE("SHA-256 is that of FIPS 180-4", "[store]") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}
