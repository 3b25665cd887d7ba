#include "graph/store/schema.hpp"

#include <array>
#include <string>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

// What the documents say, as it was read: the truth, of which all else is made.
constexpr const char* documents = R"sql(
CREATE TABLE document (
    key    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    title  TEXT NOT NULL,
    date   TEXT NOT NULL,               -- ISO 8601; empty where unknown
    source TEXT NOT NULL,               -- path or address
    text   TEXT,                        -- UTF-8; NULL where only claims were added
    hash   TEXT NOT NULL,               -- SHA-256 of title, date and text
    sketch BLOB NOT NULL,               -- MinHash of the text's words, for finding copies
    story  INTEGER NOT NULL             -- key of the first of all copies of one article; its own if there are none
) STRICT;
CREATE INDEX document_story ON document (story);

CREATE TABLE local_entity (             -- an entity of one document
    key      INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (key),
    position INTEGER NOT NULL,          -- order of first mention
    name     TEXT NOT NULL,
    type     TEXT NOT NULL,
    known    TEXT NOT NULL,             -- the gazetteer's name for it; empty where it knows none
    sense    TEXT NOT NULL,             -- what tells a person from namesakes, see graph/store/sense.hpp
    mentions TEXT NOT NULL,             -- spans in the text, "begin+size" in bytes, with spaces between
    count    INTEGER NOT NULL,          -- of the mentions
    form     INTEGER NOT NULL REFERENCES form (key)
) STRICT;
CREATE INDEX local_entity_document ON local_entity (document, position);
CREATE INDEX local_entity_form ON local_entity (form);

CREATE TABLE local_alias (              -- its other names in the document
    local_entity INTEGER NOT NULL REFERENCES local_entity (key),
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    PRIMARY KEY (local_entity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    key           INTEGER PRIMARY KEY,
    document      INTEGER NOT NULL REFERENCES document (key),
    position      INTEGER NOT NULL,     -- order in the text
    relation      INTEGER NOT NULL REFERENCES relation (key) DEFERRABLE INITIALLY DEFERRED,
    head          INTEGER NOT NULL REFERENCES local_entity (key),
    type          TEXT NOT NULL,
    tail          INTEGER NOT NULL REFERENCES local_entity (key),
    open          INTEGER NOT NULL,
    inferred      INTEGER NOT NULL,
    modality      INTEGER NOT NULL,     -- 0 asserted, 1 reported, 2 claimed, 3 possible, 4 negated
    attributed_to TEXT NOT NULL,
    begin         INTEGER NOT NULL,     -- of the evidence, in bytes of the document's text
    size          INTEGER NOT NULL,
    evidence      TEXT,                 -- only where the document has no text
    score         REAL NOT NULL
) STRICT;
CREATE INDEX claim_document ON claim (document, position);
CREATE INDEX claim_relation ON claim (relation, document);
CREATE INDEX claim_head ON claim (head);
CREATE INDEX claim_tail ON claim (tail);

CREATE TABLE qualifier (
    claim      INTEGER NOT NULL REFERENCES claim (key),
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    value      TEXT NOT NULL,
    normalized TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE premise (                  -- what an inferred claim follows from
    claim   INTEGER NOT NULL REFERENCES claim (key),
    premise INTEGER NOT NULL REFERENCES claim (key),
    PRIMARY KEY (claim, premise)
) STRICT, WITHOUT ROWID;
CREATE INDEX premise_premise ON premise (premise);

CREATE TABLE relation_type (            -- what the ontology says of the types in use
    name      TEXT PRIMARY KEY,
    symmetric INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (                 -- a user's word on two names, kept whatever is removed and added
    verdict    TEXT NOT NULL CHECK (verdict IN ('merge', 'split')),
    a_type     TEXT NOT NULL, a_name TEXT NOT NULL, a_document TEXT NOT NULL, a_sense TEXT NOT NULL,
    b_type     TEXT NOT NULL, b_name TEXT NOT NULL, b_document TEXT NOT NULL, b_sense TEXT NOT NULL,
    PRIMARY KEY (a_type, a_name, a_document, a_sense, b_type, b_name, b_document, b_sense)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_b ON decision (b_type, b_name, b_document, b_sense);
)sql";

// What follows from them: which names are one entity, and which claims are one relation.
constexpr const char* derived = R"sql(
CREATE TABLE form (                     -- a normal form of names of one type: what is found to be one entity
    key      INTEGER PRIMARY KEY,
    type     TEXT NOT NULL,
    normal   TEXT NOT NULL,             -- see graph/store/normal_form.hpp
    document TEXT NOT NULL,             -- id of the only document that it stands for; empty: all
    sense    TEXT NOT NULL,             -- of persons: only where documents say this of them
    records  INTEGER NOT NULL,          -- local entities of this form
    mentions INTEGER NOT NULL,          -- theirs
    parent   INTEGER,                   -- the form that it is another name of
    reason   TEXT NOT NULL,             -- by which layer
    entity   INTEGER REFERENCES entity (key) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (type, normal, document, sense)
) STRICT;
CREATE INDEX form_entity ON form (entity);
CREATE INDEX form_normal ON form (normal);

CREATE TABLE form_name (                -- names as the texts have them
    form    INTEGER NOT NULL REFERENCES form (key),
    name    TEXT NOT NULL,
    folded  TEXT NOT NULL,              -- folded_name (graph/names.hpp)
    named   INTEGER NOT NULL,           -- in how many local entities it is the canonical name
    aliased INTEGER NOT NULL,           -- in how many it is an alias
    PRIMARY KEY (form, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_name_folded ON form_name (folded, form);
CREATE INDEX form_name_name ON form_name (name, form);

CREATE TABLE form_alias (               -- documents that call a form by another normal form as well
    form   INTEGER NOT NULL REFERENCES form (key),
    normal TEXT NOT NULL,
    uses   INTEGER NOT NULL,
    PRIMARY KEY (form, normal)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_alias_normal ON form_alias (normal, form);

CREATE TABLE form_apart (               -- documents that have both as entities of their own; a < b
    a    INTEGER NOT NULL REFERENCES form (key),
    b    INTEGER NOT NULL REFERENCES form (key),
    uses INTEGER NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_apart_b ON form_apart (b);

CREATE TABLE form_neighbor (            -- what claims relate a form to; both ways
    form     INTEGER NOT NULL REFERENCES form (key),
    neighbor INTEGER NOT NULL REFERENCES form (key),
    uses     INTEGER NOT NULL,
    PRIMARY KEY (form, neighbor)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_neighbor_neighbor ON form_neighbor (neighbor);

CREATE TABLE form_key (                 -- under which forms are looked up that may be the same
    key  TEXT NOT NULL,
    form INTEGER NOT NULL REFERENCES form (key),
    PRIMARY KEY (key, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_key_form ON form_key (form);

CREATE TABLE entity (
    key      INTEGER PRIMARY KEY,       -- that of the form that all its others are names of
    name     TEXT NOT NULL,
    type     TEXT NOT NULL,
    mentions INTEGER NOT NULL
) STRICT;

CREATE TABLE relation (
    key           INTEGER PRIMARY KEY,
    head          INTEGER NOT NULL REFERENCES entity (key) DEFERRABLE INITIALLY DEFERRED,
    type          TEXT NOT NULL,
    tail          INTEGER NOT NULL REFERENCES entity (key) DEFERRABLE INITIALLY DEFERRED,
    open          INTEGER NOT NULL,
    inferred      INTEGER NOT NULL,     -- no text says it: each of its claims follows from others
    modality      INTEGER NOT NULL,     -- the firmest of its claims, as in claim
    attributed_to TEXT NOT NULL,        -- in the claim shown
    shown         INTEGER NOT NULL,     -- that claim: the first one of that modality
    claims        INTEGER NOT NULL,
    sources       INTEGER NOT NULL      -- stories that state it with that modality: copies of one article count once
) STRICT;
CREATE UNIQUE INDEX relation_head ON relation (head, type, tail, open);
CREATE INDEX relation_tail ON relation (tail, type, head);
CREATE INDEX relation_type_name ON relation (type);

CREATE TABLE relation_story (           -- which stories hold a relation so, with how many claims
    relation INTEGER NOT NULL REFERENCES relation (key) DEFERRABLE INITIALLY DEFERRED,
    modality INTEGER NOT NULL,          -- as in claim
    story    INTEGER NOT NULL,
    claims   INTEGER NOT NULL,
    PRIMARY KEY (relation, modality, story)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy_band (                -- documents with equal parts of their sketches
    band     INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES document (key),
    PRIMARY KEY (band, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_band_document ON copy_band (document);

CREATE TABLE copy_pair (                -- documents that are nearly the same; both ways
    a INTEGER NOT NULL REFERENCES document (key),
    b INTEGER NOT NULL REFERENCES document (key),
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
)sql";

// For people: any SQLite tool can ask these.
constexpr const char* views = R"sql(
CREATE VIEW documents AS
SELECT d.id, d.title, d.date, d.source,
       CASE WHEN d.story = d.key THEN '' ELSE (SELECT s.id FROM document s WHERE s.key = d.story) END AS copy_of,
       (SELECT count(*) FROM claim c WHERE c.document = d.key) AS claims, d.hash, d.key
FROM document d;

CREATE VIEW names AS
SELECT n.name, n.folded, f.entity, n.named + n.aliased AS uses
FROM form_name n JOIN form f ON f.key = n.form;

CREATE VIEW entities AS
SELECT e.name, e.type, e.mentions,
       (SELECT count(DISTINCT l.document) FROM form f JOIN local_entity l ON l.form = f.key
        WHERE f.entity = e.key) AS documents,
       coalesce((SELECT group_concat(name, '; ') FROM (SELECT DISTINCT n.name FROM form f
        JOIN form_name n ON n.form = f.key WHERE f.entity = e.key AND n.name <> e.name ORDER BY n.name)), '') AS aliases,
       e.key
FROM entity e;

CREATE VIEW relations AS
SELECT h.name AS head, r.type, t.name AS tail,
       CASE r.modality WHEN 0 THEN 'asserted' WHEN 1 THEN 'reported' WHEN 2 THEN 'claimed'
                       WHEN 3 THEN 'possible' ELSE 'negated' END AS modality,
       r.attributed_to, r.sources, r.claims, r.open, r.inferred, r.key, r.head AS head_key, r.tail AS tail_key
FROM relation r JOIN entity h ON h.key = r.head JOIN entity t ON t.key = r.tail;

CREATE VIEW claims AS
SELECT h.name AS head, c.type, t.name AS tail,
       CASE c.modality WHEN 0 THEN 'asserted' WHEN 1 THEN 'reported' WHEN 2 THEN 'claimed'
                       WHEN 3 THEN 'possible' ELSE 'negated' END AS modality,
       c.attributed_to,
       coalesce((SELECT group_concat(name || ': ' || value, '; ') FROM (SELECT q.name, q.value FROM qualifier q
        WHERE q.claim = c.key ORDER BY q.position)), '') AS qualifiers,
       d.id AS document, d.date, d.source,
       coalesce(c.evidence, CAST(substr(CAST(d.text AS BLOB), c.begin + 1, c.size) AS TEXT)) AS evidence,
       c.begin, c.begin + c.size AS end, c.score, c.open, c.inferred, c.key, c.relation AS relation_key
FROM claim c JOIN document d ON d.key = c.document JOIN relation r ON r.key = c.relation
JOIN local_entity lh ON lh.key = c.head JOIN form fh ON fh.key = lh.form JOIN entity h ON h.key = fh.entity
JOIN local_entity lt ON lt.key = c.tail JOIN form ft ON ft.key = lt.form JOIN entity t ON t.key = ft.entity;
)sql";

void create(Database& database) {
    database.execute(documents);
    database.execute(derived);
    database.execute(views);
}

// The steps between versions. Each is kept as it was: it leads to the next version, not to the last one.

void to_version_2(Database& database) {
    // Foreign keys don't hold meanwhile, so that tables can be made anew that others refer to.
    database.execute(R"sql(
CREATE TABLE relation_story (
    relation INTEGER NOT NULL REFERENCES relation (key) DEFERRABLE INITIALLY DEFERRED,
    story    INTEGER NOT NULL,
    claims   INTEGER NOT NULL,
    PRIMARY KEY (relation, story)
) STRICT, WITHOUT ROWID;
INSERT INTO relation_story
SELECT c.relation, d.story, count(*) FROM claim c JOIN document d ON d.key = c.document GROUP BY 1, 2;

CREATE TABLE new_local_entity (
    key      INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (key),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    type     TEXT NOT NULL,
    known    TEXT NOT NULL,
    sense    TEXT NOT NULL,
    mentions TEXT NOT NULL,
    count    INTEGER NOT NULL,
    form     INTEGER NOT NULL REFERENCES form (key)
) STRICT;
INSERT INTO new_local_entity
SELECT key, document, position, name, type, known, '', mentions, count, form FROM local_entity;
DROP TABLE local_entity;
ALTER TABLE new_local_entity RENAME TO local_entity;
CREATE INDEX local_entity_document ON local_entity (document, position);
CREATE INDEX local_entity_form ON local_entity (form);

CREATE TABLE new_decision (
    verdict    TEXT NOT NULL CHECK (verdict IN ('merge', 'split')),
    a_type     TEXT NOT NULL, a_name TEXT NOT NULL, a_document TEXT NOT NULL, a_sense TEXT NOT NULL,
    b_type     TEXT NOT NULL, b_name TEXT NOT NULL, b_document TEXT NOT NULL, b_sense TEXT NOT NULL,
    PRIMARY KEY (a_type, a_name, a_document, a_sense, b_type, b_name, b_document, b_sense)
) STRICT, WITHOUT ROWID;
INSERT INTO new_decision
SELECT verdict, a_type, a_name, a_document, '', b_type, b_name, b_document, '' FROM decision;
DROP TABLE decision;
ALTER TABLE new_decision RENAME TO decision;
CREATE INDEX decision_b ON decision (b_type, b_name, b_document, b_sense);

CREATE TABLE new_form (
    key      INTEGER PRIMARY KEY,
    type     TEXT NOT NULL,
    normal   TEXT NOT NULL,
    document TEXT NOT NULL,
    sense    TEXT NOT NULL,
    records  INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    parent   INTEGER,
    reason   TEXT NOT NULL,
    entity   INTEGER REFERENCES entity (key) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (type, normal, document, sense)
) STRICT;
INSERT INTO new_form
SELECT key, type, normal, document, '', records, mentions, parent, reason, entity FROM form;
DROP TABLE form;
ALTER TABLE new_form RENAME TO form;
CREATE INDEX form_entity ON form (entity);
CREATE INDEX form_normal ON form (normal);
)sql");
}

void to_version_3(Database& database) {
    database.execute(R"sql(
DROP TABLE relation_story;
CREATE TABLE relation_story (
    relation INTEGER NOT NULL REFERENCES relation (key) DEFERRABLE INITIALLY DEFERRED,
    modality INTEGER NOT NULL,
    story    INTEGER NOT NULL,
    claims   INTEGER NOT NULL,
    PRIMARY KEY (relation, modality, story)
) STRICT, WITHOUT ROWID;
INSERT INTO relation_story
SELECT c.relation, c.modality, d.story, count(*) FROM claim c JOIN document d ON d.key = c.document GROUP BY 1, 2, 3;
UPDATE relation SET sources = (SELECT count(*) FROM relation_story s
                               WHERE s.relation = relation.key AND s.modality = relation.modality);
)sql");
}

/// `steps[n - 1]` leads from version n to n + 1.
constexpr std::array<void (*)(Database&), schema_version - 1> steps{to_version_2, to_version_3};

std::int64_t pragma(Database& database, const std::string& name) {
    const auto statement = database.prepare("PRAGMA " + name);
    return statement->step() ? statement->integer(0) : 0;
}

std::int64_t table_count(Database& database) {
    const auto statement = database.prepare("SELECT count(*) FROM sqlite_schema");
    return statement->step() ? statement->integer(0) : 0;
}

void refuse_other(Database& database, std::int64_t version) {
    const std::int64_t application = pragma(database, "application_id");
    if (application != store_application_id)
        throw Error(database.path(), "is a database of another program",
                    "name a file that newsgraph add made");
    if (version > schema_version)
        throw Error(database.path(),
                    "was written by a newer newsgraph: its schema is version " + std::to_string(version) +
                        ", and this program knows up to " + std::to_string(schema_version),
                    "use a newer newsgraph");
}

}  // namespace

void migrate(Database& database) {
    std::int64_t version = pragma(database, "user_version");
    const auto is_empty = [&] {
        return version == 0 && pragma(database, "application_id") == 0 && table_count(database) == 0;
    };
    if (!is_empty()) refuse_other(database, version);
    if (version == schema_version) return;
    if (version == 0) {
        // First the mark, in the file itself: whatever ends this program now, the file is known as a store.
        database.execute("PRAGMA application_id = " + std::to_string(store_application_id));
        database.execute("PRAGMA journal_mode = WAL");
    }
    Transaction transaction(database);
    version = pragma(database, "user_version");  // another program may have been faster
    if (version == 0) {
        create(database);
    } else {
        for (const char* view : {"claims", "relations", "entities", "names", "documents"})
            database.execute(std::string("DROP VIEW ") + view);
        for (; version < schema_version; ++version) steps[static_cast<std::size_t>(version - 1)](database);
        database.execute(views);
    }
    database.execute("PRAGMA user_version = " + std::to_string(schema_version));
    transaction.commit();
}

void check_schema(Database& database) {
    const std::int64_t version = pragma(database, "user_version");
    if (version == 0 && pragma(database, "application_id") == 0 && table_count(database) == 0)
        throw Error(database.path(), "is an empty file, no store", "make a store with newsgraph add");
    refuse_other(database, version);
    if (version == 0)
        throw Error(database.path(), "holds nothing yet: it is being made, or its making was cut short",
                    "go on with newsgraph add " + database.path());
    if (version < schema_version)
        throw Error(database.path(), "was written by an older newsgraph",
                    "bring it up to date with newsgraph add " + database.path());
}

}  // namespace newsgraph
