-- The tables and views of a store of schema version 1, as newsgraph 0.1 made them.

CREATE TABLE document (
    key    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    title  TEXT NOT NULL,
    date   TEXT NOT NULL,
    source TEXT NOT NULL,
    text   TEXT,
    hash   TEXT NOT NULL,
    sketch BLOB NOT NULL,
    story  INTEGER NOT NULL
) STRICT;
CREATE INDEX document_story ON document (story);

CREATE TABLE local_entity (
    key      INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (key),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    type     TEXT NOT NULL,
    known    TEXT NOT NULL,
    mentions TEXT NOT NULL,
    count    INTEGER NOT NULL,
    form     INTEGER NOT NULL REFERENCES form (key)
) STRICT;
CREATE INDEX local_entity_document ON local_entity (document, position);
CREATE INDEX local_entity_form ON local_entity (form);

CREATE TABLE local_alias (
    local_entity INTEGER NOT NULL REFERENCES local_entity (key),
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    PRIMARY KEY (local_entity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    key           INTEGER PRIMARY KEY,
    document      INTEGER NOT NULL REFERENCES document (key),
    position      INTEGER NOT NULL,
    relation      INTEGER NOT NULL REFERENCES relation (key) DEFERRABLE INITIALLY DEFERRED,
    head          INTEGER NOT NULL REFERENCES local_entity (key),
    type          TEXT NOT NULL,
    tail          INTEGER NOT NULL REFERENCES local_entity (key),
    open          INTEGER NOT NULL,
    inferred      INTEGER NOT NULL,
    modality      INTEGER NOT NULL,
    attributed_to TEXT NOT NULL,
    begin         INTEGER NOT NULL,
    size          INTEGER NOT NULL,
    evidence      TEXT,
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

CREATE TABLE premise (
    claim   INTEGER NOT NULL REFERENCES claim (key),
    premise INTEGER NOT NULL REFERENCES claim (key),
    PRIMARY KEY (claim, premise)
) STRICT, WITHOUT ROWID;
CREATE INDEX premise_premise ON premise (premise);

CREATE TABLE relation_type (
    name      TEXT PRIMARY KEY,
    symmetric INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    verdict    TEXT NOT NULL CHECK (verdict IN ('merge', 'split')),
    a_type     TEXT NOT NULL, a_name TEXT NOT NULL, a_document TEXT NOT NULL,
    b_type     TEXT NOT NULL, b_name TEXT NOT NULL, b_document TEXT NOT NULL,
    PRIMARY KEY (a_type, a_name, a_document, b_type, b_name, b_document)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_b ON decision (b_type, b_name, b_document);

CREATE TABLE form (
    key      INTEGER PRIMARY KEY,
    type     TEXT NOT NULL,
    normal   TEXT NOT NULL,
    document TEXT NOT NULL,
    records  INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    parent   INTEGER,
    reason   TEXT NOT NULL,
    entity   INTEGER REFERENCES entity (key) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (type, normal, document)
) STRICT;
CREATE INDEX form_entity ON form (entity);
CREATE INDEX form_normal ON form (normal);

CREATE TABLE form_name (
    form    INTEGER NOT NULL REFERENCES form (key),
    name    TEXT NOT NULL,
    folded  TEXT NOT NULL,
    named   INTEGER NOT NULL,
    aliased INTEGER NOT NULL,
    PRIMARY KEY (form, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_name_folded ON form_name (folded, form);
CREATE INDEX form_name_name ON form_name (name, form);

CREATE TABLE form_alias (
    form   INTEGER NOT NULL REFERENCES form (key),
    normal TEXT NOT NULL,
    uses   INTEGER NOT NULL,
    PRIMARY KEY (form, normal)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_alias_normal ON form_alias (normal, form);

CREATE TABLE form_apart (
    a    INTEGER NOT NULL REFERENCES form (key),
    b    INTEGER NOT NULL REFERENCES form (key),
    uses INTEGER NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_apart_b ON form_apart (b);

CREATE TABLE form_neighbor (
    form     INTEGER NOT NULL REFERENCES form (key),
    neighbor INTEGER NOT NULL REFERENCES form (key),
    uses     INTEGER NOT NULL,
    PRIMARY KEY (form, neighbor)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_neighbor_neighbor ON form_neighbor (neighbor);

CREATE TABLE form_key (
    key  TEXT NOT NULL,
    form INTEGER NOT NULL REFERENCES form (key),
    PRIMARY KEY (key, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_key_form ON form_key (form);

CREATE TABLE entity (
    key      INTEGER PRIMARY KEY,
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
    inferred      INTEGER NOT NULL,
    modality      INTEGER NOT NULL,
    attributed_to TEXT NOT NULL,
    shown         INTEGER NOT NULL,
    claims        INTEGER NOT NULL,
    sources       INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX relation_head ON relation (head, type, tail, open);
CREATE INDEX relation_tail ON relation (tail, type, head);
CREATE INDEX relation_type_name ON relation (type);

CREATE TABLE copy_band (
    band     INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES document (key),
    PRIMARY KEY (band, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_band_document ON copy_band (document);

CREATE TABLE copy_pair (
    a INTEGER NOT NULL REFERENCES document (key),
    b INTEGER NOT NULL REFERENCES document (key),
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

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
