#pragma once
// Why names of a store are one entity or two, in words.

#include <string>
#include <string_view>
#include <vector>

#include "graph/store/forms.hpp"
#include "graph/store/store.hpp"

namespace newsgraph {

/// The forms that a name stands for: those that have it as a canonical name, or else as an alias. "NAME@DOC"
/// is the name in that document. Of one type if `type` is not empty.
std::vector<Form> forms_named(Store& store, const std::string& name, const std::string& type = {});

/// A form as people read it: `“Smith” (person, in d2)`.
std::string described(Store& store, const Form& form);

/// What a form is another name of, and on what grounds: a line for each link from it to its entity; none
/// where it is the entity's fullest name.
std::vector<std::string> explain(Store& store, Form form);

/// Whether two names are one entity, then why: a verdict and the grounds, a line each.
std::vector<std::string> why(Store& store, const Form& a, const Form& b);

}  // namespace newsgraph
