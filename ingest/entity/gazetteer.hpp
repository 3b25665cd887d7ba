#pragma once
// Known names with their types, and the words that tell what a name stands for: read from JSON files that a
// user can extend or replace (data/gazetteer/README.md describes them).

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

/// An entity type as a small number. The types of the guide come first, in this order; types that only a
/// user's file names follow them.
enum class TypeId : std::uint8_t {
    organization,
    person,
    model,
    product,
    benchmark,
    task,
    place,
    event,
    work,
    law,
    technology,
    group
};
inline constexpr std::size_t guide_type_count = 12;
inline constexpr std::size_t max_type_count = 32;  // a TypeSet has a bit for each

/// A set of entity types.
class TypeSet {
  public:
    constexpr TypeSet() = default;
    constexpr TypeSet(TypeId type) : bits_(1U << static_cast<unsigned>(type)) {}

    constexpr bool empty() const noexcept { return bits_ == 0; }
    constexpr bool contains(TypeId type) const noexcept {
        return (bits_ >> static_cast<unsigned>(type)) & 1U;
    }
    constexpr int size() const noexcept { return __builtin_popcount(bits_); }
    constexpr TypeSet& operator|=(TypeSet other) noexcept {
        bits_ |= other.bits_;
        return *this;
    }
    friend constexpr TypeSet operator|(TypeSet a, TypeSet b) noexcept { return a |= b; }
    friend constexpr TypeSet operator&(TypeSet a, TypeSet b) noexcept {
        a.bits_ &= b.bits_;
        return a;
    }
    friend constexpr bool operator==(TypeSet, TypeSet) = default;

  private:
    std::uint32_t bits_ = 0;
};

/// What a word is to a name that it stands in or near; for which types, `WordFacts::types` says.
enum class WordClass : std::uint8_t {
    last_word,   // ends names: "University", "Bill", "Cup"
    first_word,  // begins names: "University" of …, "Bank" of …, "Mount" …
    noun,        // a noun for a thing of the type, as a lemma: "company", "chipmaker", "ruling"
    reference,   // such a noun that also refers back: "the company"; every one of them is a `noun` too
    possessed,   // what things of the type have: X's "headquarters", X's "wife"
    subject_of,  // verbs, as lemmas, whose subjects are of the type: "acquire", "resign"
    object_of,   // verbs whose objects are of the type
    before,      // words right before a name of the type: "in", "at"
    following,   // nouns right after a name of the type: X "midfielder"
};
inline constexpr std::size_t word_class_count = 9;

/// Further facts about a word; a set of bits.
enum WordFlag : std::uint32_t {
    title_word = 1,         // stands before a person's name: "Mr", "President"
    female_word = 2,        // a title, first name or noun for women
    male_word = 4,          // for men
    first_name = 8,         // of persons
    particle_word = 16,     // within persons' names: "van", "de", "bin"
    not_a_name = 32,        // capitalised, yet no name: "Monday", "March"
    inner_word = 64,        // common words that names of bodies are made of: "Trade" in "Board of Trade"
    version_word = 128,     // after names of models and products: "Mini", "Pro", "Turbo"
    drug_ending = 256,      // a stem that names of medicines end in: "mab"
    date_word = 512,        // "Monday", "March"
    role_noun = 1024,       // what a person is to a body: "chief executive", "spokesman"
    possessor_word = 2048,  // begins names with a possessive: "Farmers" in "Farmers' Union"
    versus_word = 4096,     // "v", "v.": between the two sides of a case
    common_word = 8192,     // written small elsewhere: no name for its capital alone
    sport_word = 16384,     // where many stand, towns and countries are sides
    name_noun = 32768,      // written small, yet part of a name: "the NATO summit"
    site_noun = 131072,     // at which things stand and are made: "a quarry at Mossdale"
    model_word = 65536,     // where several stand, a text is on language models
};

struct WordFacts {
    std::array<TypeSet, word_class_count> types{};
    std::uint32_t flags = 0;

    TypeSet of(WordClass word_class) const { return types[static_cast<std::size_t>(word_class)]; }
    bool is(WordFlag flag) const { return (flags & flag) != 0; }
};

/// A place in the gazetteer's list of known things.
enum class EntryId : std::uint32_t {};

/// Immutable once loaded; shared by threads.
class Gazetteer {
  public:
    /// Knows nothing.
    Gazetteer();

    /// Reads every .json file in `folder`, in the order of their names. Throws Error with FILE:LINE where one
    /// cannot be understood.
    explicit Gazetteer(const std::filesystem::path& folder);

    /// Adds a file, or the .json files of a folder, to what is known. Throws as above.
    void extend(const std::filesystem::path& file_or_folder);

    /// Adds what a JSON text says; `where` names it in messages.
    void extend_from_json(std::string json, const std::string& where);

    /// The known things of that name or alias, case and accents as written, e.g. two for "Georgia".
    std::vector<EntryId> entries(std::string_view name) const;

    /// The types of the known things of that name. Constant time.
    TypeSet types(std::string_view name) const;

    /// Whether some known name of several words begins with this one. Constant time.
    bool begins_name(std::string_view word) const;

    std::string_view name(EntryId entry) const;
    TypeId type(EntryId entry) const;

    /// What is known of a word; all empty if nothing. Nouns and verbs are looked up as lemmas. Constant time.
    const WordFacts& word(std::string_view word) const;

    std::string_view type_name(TypeId type) const;
    std::size_t name_count() const noexcept { return name_keys_.used; }

    /// The most words that a known name has.
    std::size_t longest_name() const noexcept { return longest_name_; }

  private:
    /// From strings to numbers: open addressing over one block of characters.
    struct Table {
        struct Slot {
            std::uint32_t offset = 0;
            std::uint32_t size = 0;
            std::uint32_t hash = 0;
            std::uint32_t value = 0;  // 0: free; else the value + 1
        };
        std::vector<Slot> slots;
        std::size_t used = 0;
    };
    struct Entry {
        std::uint32_t offset = 0;
        std::uint32_t size = 0;
        TypeId type{};
    };
    struct Listed {  // the entries of one name, as a linked list
        std::uint32_t entry = 0;
        std::uint32_t next = 0;  // 0: none; else the place + 1
    };

    std::uint32_t find(const Table& table, std::string_view key) const;  // 0: none; else the value + 1
    std::uint32_t insert(Table& table, std::string_view key, std::uint32_t value);
    void add_name(std::string_view name, std::uint32_t entry);
    WordFacts& facts_of(std::string_view word);
    /// The number of the type of that name, a new one if it has none yet; what is wrong, or nothing.
    std::string find_type(std::string_view name, TypeId& type);

    std::string characters_;
    Table name_keys_;  // to listed_
    Table word_keys_;  // to facts_
    Table begins_;     // first words of names of several words
    std::vector<Entry> entries_;
    std::vector<Listed> listed_;
    std::vector<WordFacts> facts_;
    std::vector<std::string> type_names_;
    std::size_t longest_name_ = 1;
};

}  // namespace newsgraph
