#include "ingest/relation/repair/repair.hpp"

#include "ingest/relation/repair/argument_repair.hpp"
#include "ingest/relation/repair/coordination_repair.hpp"
#include "ingest/relation/repair/elisions.hpp"
#include "ingest/relation/repair/misread_verbs.hpp"
#include "ingest/relation/repair/modifier_repair.hpp"
#include "ingest/relation/repair/name_repair.hpp"
#include "ingest/relation/repair/named_tree.hpp"
#include "ingest/relation/repair/word_repair.hpp"

namespace newsgraph {
namespace {

void restore_words(NamedTree& tree) {
    WordRepair words(tree);
    words.restore_verbs();
    words.join_executives();
    words.join_kin();
    words.restore_nouns();
    words.free_particles();
}

void give_names_heads(NamedTree& tree) {
    NameRepair names(tree);
    names.count_depths();
    for (const Mention& mention : tree.entities.mentions) {
        if (mention.kind != MentionKind::name) continue;
        names.hold_together(mention.tokens);
        names.take_honorific(mention.tokens.begin);
        const std::string& type = tree.entities.entities[index_of(mention.entity)].type;
        tree.type[mention.tokens.begin] = &type;
        if (type != "person") continue;
        names.take_title(mention.tokens.begin);
        names.describe_person(mention.tokens);
    }
}

/// The order matters: what is nearest to a name is hung on it first, so that rows of names and their verbs
/// are found beside it.
void repair_around_names(NamedTree& tree) {
    ModifierRepair modifiers(tree);
    ArgumentRepair arguments(tree);
    const auto size = static_cast<TokenIndex>(tree.analysis.tokens.size());
    const auto for_each_name = [&](auto&& repair) {
        for (TokenIndex i = 0; i < size; ++i) {
            if (tree.name_end[i] != 0) repair(i, tree.name_end[i]);
        }
    };
    for (TokenIndex i = 0; i < size; ++i) modifiers.attach_owner(i);
    for_each_name([&](TokenIndex begin, TokenIndex end) {
        modifiers.attach_modifiers(begin);
        arguments.attach_recipient(begin, end);
        arguments.join_objects(begin, end);
    });
    CoordinationRepair(tree).coordinate_names();
    for_each_name([&](TokenIndex begin, TokenIndex end) {
        modifiers.attach_place_of_base(begin, end);
        modifiers.attach_doer_of_participle(begin, end);
        modifiers.attach_relative(begin, end);
        modifiers.name_description(begin, end);
        arguments.free_from_time(begin);
        arguments.join_names_by_verb(begin, end);
        modifiers.attach_participle(begin, end);
        arguments.make_lone_subject(begin, end);
        modifiers.name_work(begin);
        modifiers.attach_belonging(begin, end);
        arguments.attach_appointee(begin, end);
        arguments.raise_doer(begin);
        arguments.attach_exchange(begin);
    });
    for_each_name([&](TokenIndex begin, TokenIndex end) { modifiers.attach_description(begin, end); });
    for (TokenIndex i = 0; i < size; ++i) arguments.attach_noun_recipient(i);
    modifiers.attach_participles_to_nouns();
    for (TokenIndex i = 0; i < size; ++i) {
        arguments.raise_predicate(i);
        modifiers.dissolve_own(i);
        arguments.free_predicate(i);
        arguments.make_relative_object(i);
    }
    modifiers.cut_appositions();
    arguments.attach_demonstratives();
}

}  // namespace

Analysis repair_trees(const Analysis& analysis, const Entities& entities) {
    Analysis repaired = analysis;
    restore_verbs(repaired, entities);
    NamedTree tree(repaired, entities);
    restore_words(tree);
    give_names_heads(tree);
    repair_around_names(tree);
    restore_elisions(repaired, entities);
    return repaired;
}

}  // namespace newsgraph
