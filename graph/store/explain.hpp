#pragma once
// Why names of a store are one entity or two, in words.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/store/forms.hpp"
#include "graph/store/store.hpp"

namespace newsgraph {

/// The forms that a name stands for: those that have it as a canonical name, or else as an alias. "NAME@DOC"
/// is the name in that document. Of one type if `type` is not empty.
std::vector<Form> forms_named(Store& store, const std::string& name, const std::string& type = {});

/// The way that most texts write a form.
std::string usual_name(Store& store, const Form& form);

/// A form as people read it: `“Smith” (person, in d2)`.
std::string described(Store& store, const Form& form);

/// What a form is another name of, and on what grounds: a line for each link from it to its entity; none
/// where it is the entity's fullest name.
std::vector<std::string> explain(Store& store, Form form);

/// The forms that are another name of a fuller one; by type and name.
std::vector<Form> joined_forms(Store& store);

/// Forms of two entities that are alike, but too little or like several, so that they are not joined: the
/// fuller one second, each two entities once. Pairs that documents or users tell apart are left out. Looks at
/// every form.
std::vector<std::pair<Form, Form>> near_pairs(Store& store);

/// Whether two names are one entity, then why: a verdict and the grounds, a line each.
std::vector<std::string> why(Store& store, const Form& a, const Form& b);

}  // namespace newsgraph
