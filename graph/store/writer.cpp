#include "graph/store/writer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "graph/check.hpp"
#include "graph/names.hpp"
#include "graph/store/copies.hpp"
#include "graph/store/reader.hpp"
#include "graph/utf8.hpp"

namespace newsgraph {
namespace {

// More entities of a document than this with a word in common say nothing of each other.
constexpr std::size_t most_with_key = 32;

std::string spans_as_text(const std::vector<Span>& spans) {
    std::string text;
    for (const Span span : spans) {
        if (!text.empty()) text += ' ';
        text += std::to_string(span.begin) + '+' + std::to_string(span.size);
    }
    return text;
}

}  // namespace

StoreWriter::StoreWriter(Store& store, std::optional<std::vector<std::string>> symmetric_types)
    : store_(store),
      database_(store.database()),
      resolver_(database_),
      relations_(database_),
      stories_(database_) {
    if (symmetric_types) set_symmetric_types(std::move(*symmetric_types));
}

void StoreWriter::set_symmetric_types(std::vector<std::string> types) {
    std::ranges::sort(types);
    std::vector<std::string> known;
    Statement& row = database_.statement("SELECT name FROM relation_type WHERE symmetric ORDER BY name")();
    while (row.step()) known.push_back(row.text(0));
    if (known == types) return;
    Transaction transaction(database_);
    database_.execute("DELETE FROM relation_type");
    for (const std::string& type : types)
        database_.statement("INSERT INTO relation_type (name, symmetric) VALUES (?, 1)")(type).run();
    relations_.move_all_claims();
    relations_.settle();
    transaction.commit();
}

std::optional<Key> StoreWriter::key_of(const std::string& id) {
    Statement& row = database_.statement("SELECT key FROM document WHERE id = ?")(id);
    if (!row.step()) return std::nullopt;
    const Key key = row.integer(0);
    row.reset();
    return key;
}

std::optional<DocumentState> StoreWriter::find(const std::string& id) {
    Statement& row = database_.statement("SELECT hash, source FROM document WHERE id = ?")(id);
    if (!row.step()) return std::nullopt;
    DocumentState state{row.text(0), row.text(1)};
    row.reset();
    return state;
}

void StoreWriter::put(const StoredDocument& document) {
    if (document.text)
        check(document.extraction, *document.text);
    else
        check(document.extraction);
    Transaction transaction(database_);
    if (const auto known = key_of(document.extraction.document.id)) remove(*known);
    add(document);
    settle();
    transaction.commit();
}

bool StoreWriter::remove(const std::string& id) {
    Transaction transaction(database_);
    const auto key = key_of(id);
    if (!key) return false;
    remove(*key);
    settle();
    transaction.commit();
    return true;
}

FormName StoreWriter::form_of(const std::string& document, const Entity& entity, const std::string& known,
                              const std::string& sense, std::size_t position) {
    if (entity.type == phrase_type)
        return {entity.type, folded_name(entity.name) + " #" + std::to_string(position), document};
    FormName name{entity.type, normal_form(known.empty() ? entity.name : known, entity.type), {}};
    if (name.normal.empty()) name.normal = entity.name;
    const FormName own{name.type, name.normal, document};
    if (is_weak(name.normal, name.type) && known.empty()) return own;
    for (const FormName& other : FormTable(database_).split_from(own)) {
        if (other.document.empty() && other.type == own.type && other.normal == own.normal) return own;
    }
    if (known.empty() && name.type == "person") name.sense = sense;
    return name;
}

Key StoreWriter::add_local_entity(Key document, const Entity& entity, const std::string& known,
                                  const std::string& sense, std::size_t position, Key form) {
    database_
        .statement(
            "INSERT INTO local_entity (document, position, name, type, known, sense, mentions, count, form) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")(document, position, entity.name, entity.type, known, sense,
                                                  spans_as_text(entity.mentions), entity.mentions.size(),
                                                  form)
        .run();
    const Key key = database_.last_key();
    for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
        database_
            .statement("INSERT INTO local_alias (local_entity, position, name) VALUES (?, ?, ?)")(
                key, i, entity.aliases[i])
            .run();
    }
    return key;
}

Key StoreWriter::add_claim(Key document, const Claim& claim, std::size_t position,
                           const std::vector<LocalEntity>& entities, bool with_evidence) {
    const Key head = entities[index_of(claim.head)].key, tail = entities[index_of(claim.tail)].key;
    const Key relation = relations_.relation_of(head, claim.type, tail, claim.open);
    Statement& insert = database_.statement(
        "INSERT INTO claim (document, position, relation, head, type, tail, open, inferred, modality, "
        "attributed_to, begin, size, evidence, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert(document, position, relation, head, claim.type, tail, claim.open, claim.inferred,
           static_cast<int>(claim.modality), claim.attributed_to, claim.evidence.span.begin,
           claim.evidence.span.size, nullptr, claim.score);
    if (with_evidence) insert.bind(13, claim.evidence.text);
    insert.run();
    const Key key = database_.last_key();
    for (std::size_t i = 0; i < claim.qualifiers.size(); ++i) {
        const Qualifier& qualifier = claim.qualifiers[i];
        database_
            .statement(
                "INSERT INTO qualifier (claim, position, name, value, normalized) VALUES (?, ?, ?, ?, ?)")(
                key, i, qualifier.name, qualifier.value, qualifier.normalized)
            .run();
    }
    relations_.add_claim(key);
    return key;
}

// Entities of one document that could be taken for one: its text has told them apart.
void StoreWriter::count_apart(const std::vector<LocalEntity>& entities, int change) {
    std::map<std::string, std::set<Key>> with_key;
    for (const LocalEntity& entity : entities) {
        if (entity.name.type == phrase_type) continue;
        const std::string type(type_class(entity.name.type));
        const auto put = [&](const std::string& key) { with_key[key].insert(entity.form); };
        put("n|" + type + '|' + entity.name.normal);
        for (const std::string& alias : entity.aliases)
            put("n|" + type + '|' + normal_form(alias, entity.name.type));
        for (const std::string& key : kept_keys(entity.name)) put(key);
        for (const std::string& key : sought_keys(entity.name)) put(key);
        if (entity.name.type == "person") put("s|" + std::string(last_word(entity.name.normal)));
    }
    std::set<std::pair<Key, Key>> pairs;
    for (const auto& [key, forms] : with_key) {
        if (forms.size() > most_with_key) continue;
        for (auto a = forms.begin(); a != forms.end(); ++a) {
            for (auto b = std::next(a); b != forms.end(); ++b) pairs.emplace(*a, *b);
        }
    }
    for (const auto& [a, b] : pairs) resolver_.count_apart(a, b, change);
}

void StoreWriter::add(const StoredDocument& document) {
    const Extraction& extraction = document.extraction;
    const DocumentRecord& record = extraction.document;
    const std::vector<std::uint32_t> sketch =
        document.text ? sketch_of(*document.text) : std::vector<std::uint32_t>();
    Statement& insert = database_.statement(
        "INSERT INTO document (id, title, date, source, text, hash, sketch, story) VALUES (?, ?, ?, ?, ?, ?, "
        "CAST(? AS BLOB), 0)");
    insert(valid_utf8(record.id), valid_utf8(record.title), valid_utf8(record.date),
           valid_utf8(record.source), nullptr, document.hash, to_bytes(sketch));
    if (document.text) insert.bind(5, *document.text);
    insert.run();
    const Key key = database_.last_key();
    change_stories(stories_.add(key, sketch));

    std::vector<LocalEntity> entities;
    for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
        const Entity& entity = extraction.entities[i];
        const std::string known = i < document.known.size() ? document.known[i] : std::string();
        const std::string sense = i < document.senses.size() ? to_text(document.senses[i]) : std::string();
        const FormName name = form_of(record.id, entity, known, sense, i);
        const Key form = resolver_.form(name);
        entities.push_back(
            {add_local_entity(key, entity, known, sense, i, form), form, name, entity.aliases});
        resolver_.count_record(form, entity.name, entity.aliases, entity.mentions.size(), 1);
    }
    count_apart(entities, 1);
    std::set<std::pair<Key, Key>> related;
    for (const Claim& claim : extraction.claims) {
        const auto ends =
            std::minmax(entities[index_of(claim.head)].form, entities[index_of(claim.tail)].form);
        related.insert(ends);
    }
    for (const auto& [a, b] : related) resolver_.count_neighbors(a, b, 1);
    settle();  // so that claims find their relations

    std::vector<Key> claims;
    for (std::size_t i = 0; i < extraction.claims.size(); ++i)
        claims.push_back(add_claim(key, extraction.claims[i], i, entities, !document.text));
    for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
        for (const std::uint32_t premise : extraction.claims[i].inferred_from) {
            database_
                .statement("INSERT OR IGNORE INTO premise (claim, premise) VALUES (?, ?)")(claims[i],
                                                                                           claims[premise])
                .run();
        }
    }
    for (const LocalEntity& entity : entities)
        relations_.touch_entity(FormTable(database_).find(entity.form)->entity);
}

void StoreWriter::remove(Key document) {
    std::vector<LocalEntity> entities;
    std::vector<std::pair<std::string, std::int64_t>> records;
    std::map<Key, Key> form_of;  // local entities
    Statement& row =
        database_.statement("SELECT key, form, name, count FROM local_entity WHERE document = ?")(document);
    while (row.step()) {
        entities.push_back({row.integer(0), row.integer(1), {}, {}});
        records.emplace_back(row.text(2), row.integer(3));
        form_of[row.integer(0)] = row.integer(1);
    }
    for (LocalEntity& entity : entities) {
        const Form form = *FormTable(database_).find(entity.form);
        entity.name = form.name;
        relations_.touch_entity(form.entity);
        Statement& alias = database_.statement(
            "SELECT name FROM local_alias WHERE local_entity = ? ORDER BY position")(entity.key);
        while (alias.step()) entity.aliases.push_back(alias.text(0));
    }
    std::set<std::pair<Key, Key>> related;
    std::vector<Key> claims;
    Statement& claim = database_.statement("SELECT head, tail, key FROM claim WHERE document = ?")(document);
    while (claim.step()) {
        related.insert(std::minmax({form_of.at(claim.integer(0)), form_of.at(claim.integer(1))}));
        claims.push_back(claim.integer(2));
    }
    for (const Key key : claims) relations_.remove_claim(key);
    change_stories(stories_.remove(document));
    for (const char* sql : {
             "DELETE FROM premise WHERE claim IN (SELECT key FROM claim WHERE document = ?)",
             "DELETE FROM qualifier WHERE claim IN (SELECT key FROM claim WHERE document = ?)",
             "DELETE FROM claim WHERE document = ?",
             "DELETE FROM local_alias WHERE local_entity IN (SELECT key FROM local_entity WHERE document = "
             "?)",
             "DELETE FROM local_entity WHERE document = ?",
             "DELETE FROM document WHERE key = ?",
         }) {
        database_.statement(sql)(document).run();
    }
    for (const auto& [a, b] : related) resolver_.count_neighbors(a, b, -1);
    count_apart(entities, -1);
    for (std::size_t i = 0; i < entities.size(); ++i) {
        resolver_.count_record(entities[i].form, records[i].first, entities[i].aliases,
                               static_cast<std::size_t>(records[i].second), -1);
    }
}

void StoreWriter::change_stories(const std::vector<StoryChange>& changes) {
    for (const StoryChange& change : changes) relations_.change_story(change);
}

void StoreWriter::settle() {
    for (const Moved& moved : resolver_.settle()) {
        if (moved.before != 0) relations_.touch_entity(moved.before);
        if (moved.after != 0) relations_.touch_entity(moved.after);
        if (moved.before != 0 && moved.after != 0) relations_.move_claims(moved.form);
    }
    relations_.settle();
}

void StoreWriter::apply_decision(const FormName& a, const FormName& b) {
    resolver_.reconsider(a);
    resolver_.reconsider(b);
    for (const FormName& name : {a, b}) {
        const FormName& other = name == a ? b : a;
        if (name.document.empty() || name.type != other.type || name.normal != other.normal) continue;
        auto document = stored_document(store_, name.document);
        if (!document) continue;
        remove(*key_of(name.document));
        add(*document);
    }
    settle();
}

void StoreWriter::decide(Verdict verdict, const FormName& a, const FormName& b) {
    const auto [first, second] = std::minmax(a, b);
    Transaction transaction(database_);
    resolver_.reconsider(a);
    resolver_.reconsider(b);
    database_
        .statement("INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")(
            verdict == Verdict::merge ? "merge" : "split", first.type, first.normal, first.document,
            first.sense, second.type, second.normal, second.document, second.sense)
        .run();
    apply_decision(a, b);
    transaction.commit();
}

bool StoreWriter::undo(Verdict verdict, const FormName& a, const FormName& b) {
    const auto [first, second] = std::minmax(a, b);
    Transaction transaction(database_);
    resolver_.reconsider(a);
    resolver_.reconsider(b);
    Statement& drop = database_.statement(
        "DELETE FROM decision WHERE verdict = ? AND a_type = ? AND a_name = ? AND a_document = ? AND a_sense "
        "= ? AND b_type = ? AND b_name = ? AND b_document = ? AND b_sense = ? RETURNING 1")(
        verdict == Verdict::merge ? "merge" : "split", first.type, first.normal, first.document, first.sense,
        second.type, second.normal, second.document, second.sense);
    const bool was_there = drop.step();
    drop.reset();
    apply_decision(a, b);
    transaction.commit();
    return was_there;
}

}  // namespace newsgraph
