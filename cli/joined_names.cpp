#include "cli/joined_names.hpp"

#include <set>
#include <utility>

#include "cli/output_file.hpp"
#include "cli/session.hpp"

namespace newsgraph {
namespace {

std::string entity_name(Store& store, const Form& form) {
    Statement& row = store.database().statement("SELECT name FROM entity WHERE key = ?")(form.entity);
    row.step();
    std::string name = row.text(0);
    row.reset();
    return name;
}

std::set<FormName> forms_of(const std::vector<JoinedName>& names) {
    std::set<FormName> forms;
    for (const JoinedName& name : names) forms.insert(name.form);
    return forms;
}

}  // namespace

std::string name_of(Store& store, const Form& form) {
    const std::string name = usual_name(store, form);
    return form.name.document.empty() ? name : name + '@' + form.name.document;
}

std::vector<JoinedName> joined_names(Store& store) {
    std::vector<JoinedName> names;
    for (const Form& form : joined_forms(store))
        names.push_back(
            {form.name, name_of(store, form), entity_name(store, form), explain(store, form).front()});
    return names;
}

Table table_of(const std::vector<JoinedName>& names) {
    Table table{{"Name", "Type", "Is", "Because"}, {}};
    for (const JoinedName& name : names)
        table.rows.push_back({name.name, name.form.type, name.entity, name.because});
    return table;
}

void print_changes(std::vector<JoinedName> before, Store& after) {
    std::vector<JoinedName> now = joined_names(after);
    const std::set<FormName> old_forms = forms_of(before), new_forms = forms_of(now);
    FormTable forms(after.database());
    std::erase_if(now, [&](const JoinedName& name) { return old_forms.contains(name.form); });
    std::erase_if(before, [&](const JoinedName& name) {
        return new_forms.contains(name.form) || !forms.find(name.form);
    });
    OutputFile output("-");
    if (!now.empty()) {
        output.stream() << "WOULD BE JOINED\n";
        print_table(output.stream(), table_of(now), table_style());
    }
    if (!before.empty()) {
        output.stream() << (now.empty() ? "" : "\n") << "WOULD BE PARTED\n";
        print_table(output.stream(), table_of(before), table_style());
    }
    output.close();
}

}  // namespace newsgraph
