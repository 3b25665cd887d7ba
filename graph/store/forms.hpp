#pragma once
// The forms of a store's names, and the grounds on which two of them may be one entity.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/normal_form.hpp"
#include "graph/store/sqlite.hpp"

namespace newsgraph {

/// The key of a row; 0 is none.
using Key = std::int64_t;

/// Why a form is another name of its parent; the layers, from strongest to weakest. `ambiguous` is why it
/// has none: the texts call several entities so.
enum class Layer { none, decision, suffix, alias, namesake, likeness, ambiguous };

std::string_view to_string(Layer layer);
Layer layer_from(std::string_view name);

/// Whether a chain of such links still means one entity. What is only alike is not like all that is alike to
/// that.
constexpr bool is_strong(Layer layer) {
    return layer == Layer::decision || layer == Layer::suffix || layer == Layer::alias ||
           layer == Layer::namesake;
}

struct Form {
    Key key = 0;
    FormName name;
    Key parent = 0;
    Layer layer = Layer::none;
    Key entity = 0;  // 0 until it is resolved
};

/// How often documents use a form together with another.
struct FormUse {
    Form form;
    std::int64_t uses = 0;
};

/// A key or an alias that more forms have than this says nothing of any of them.
inline constexpr std::size_t most_alike = 64;

/// Reads the tables whose names begin with `form`, and `decision`.
class FormTable {
  public:
    explicit FormTable(Database& database) : database_(database) {}

    std::optional<Form> find(Key key);
    std::optional<Form> find(const FormName& name);

    /// The forms with that text, of the class of `type`, that stand for all documents; by key.
    std::vector<Form> with_normal(std::string_view normal, std::string_view type);

    /// The forms of persons of that full name, of whom documents say different things; by key.
    std::vector<Form> with_full_name(const FormName& name);

    /// The forms that are kept under a key of `kept_keys`, at most `most`; by key.
    std::vector<Form> kept_under(const std::string& key, std::size_t most);

    /// The forms that documents call by the other's name as well: those that are called as `form` is, unless
    /// these are more than `most`, and those that `form` is called by.
    std::vector<FormUse> aliased(const Form& form, std::size_t most);

    /// In how many documents both are entities of their own.
    std::int64_t apart(Key a, Key b);

    /// Whether claims relate both to a third.
    bool share_neighbor(Key a, Key b);

    /// The forms of persons with that surname that claims relate to `neighbor`, at most `most`.
    std::vector<Key> persons(std::string_view surname, Key neighbor, std::size_t most);

    /// The other persons of the same surname whom claims relate to a neighbor of `person`, each once. A
    /// neighbor of more than `most` persons of that surname tells nothing.
    std::vector<Form> namesakes(const Form& person, std::size_t most);

    std::vector<Key> neighbors(Key form);

    /// The form at the end of the strong links that begin at `form`.
    Form strong_root(Form form);

    /// All names that decisions make one with `name`, itself among them; in order.
    std::vector<FormName> merged_with(const FormName& name);

    /// The names that decisions keep apart from `name`.
    std::vector<FormName> split_from(const FormName& name);

  private:
    std::vector<FormName> decided(const FormName& name, std::string_view verdict);
    std::vector<Form> load(const std::vector<Key>& keys);

    Database& database_;
};

/// Under which key `form_key` keeps a person's form for each neighbour.
std::string surname_key(std::string_view surname, Key neighbor);

}  // namespace newsgraph
