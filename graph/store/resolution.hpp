#pragma once
// Which names of a store are one entity: found anew where documents come or go, and only there.

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/store/forms.hpp"

namespace newsgraph {

/// What a form was part of and is part of now; 0 where it is new or gone.
struct Moved {
    Key form = 0;
    Key before = 0;
    Key after = 0;
};

/// The outcome depends only on the counts in the tables and on the decisions, not on the way there: each form
/// is resolved from what is known of it and of fuller forms. Layers, strongest first:
///
/// 1. decision: a user said so.
/// 2. suffix: it is the other without "Inc." or the like.
/// 3. alias: documents call the other so, and more of them than tell the two apart.
/// 4. namesake: the same full name of persons of whom documents say different things, if more speaks for one
///    person than against it (graph/store/sense.hpp), and only one fits.
/// 5. likeness: first letters, first words, initials, spelling or surname fit, no document tells the two
///    apart, and claims relate both to a third. Only where one entity fits, and never in a chain.
///
/// Where the texts call several entities by a name, it stays an entity of its own, unless five times as many
/// documents mean one of them.
class Resolver {
  public:
    explicit Resolver(Database& database) : database_(database), forms_(database) {}

    /// The form's key; makes it where it is missing.
    Key form(const FormName& name);

    // What documents say of forms; `change` is 1 where one comes, -1 where it goes.

    void count_record(Key form, const std::string& name, std::span<const std::string> aliases,
                      std::size_t mentions, int change);
    void count_apart(Key a, Key b, int change);
    void count_neighbors(Key a, Key b, int change);

    /// Says that decisions on a name have changed.
    void reconsider(const FormName& name);

    /// Resolves what has changed. Forms without records are gone then. Costs as much as there are forms that
    /// could be the same as those that changed.
    std::vector<Moved> settle();

  private:
    struct Rank {
        FormName name;
        Key key = 0;
        bool operator<(const Rank& other) const { return is_fuller_form(name, other.name); }
    };
    struct Verdict {
        Key parent = 0;
        Layer layer = Layer::none;
    };

    void make_dirty(const Form& form);
    std::vector<Form> partners(const Form& form, std::size_t most);
    void keep_keys(const Form& form);
    void remove(const Form& form);
    Verdict resolve(const Form& form);
    std::optional<Verdict> decided(const Form& form);
    std::optional<Verdict> stated(const Form& form, std::vector<Form>& ambiguous);
    std::optional<Verdict> namesake(const Form& form, std::vector<Form>& ambiguous);
    Verdict alike(const Form& form, std::vector<Form> candidates);
    bool is_split(const Form& form, const Form& target);
    bool has_decisions();

    Database& database_;
    FormTable forms_;
    std::set<Key> appeared_;
    std::set<Key> vanishing_;
    std::set<Rank> dirty_;
};

}  // namespace newsgraph
