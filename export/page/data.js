// The graph: entities, relations and claims are numbers from 0; what is known of them stands in columns.

const first = JSON.parse(byId("first").textContent);
const modalities = ["asserted", "reported", "claimed", "possible", "negated"];
const negated = modalities.indexOf("negated");

let columns = null;           // all of the graph; null until the whole file is read
let relationsBegin = null;    // the relations of entity e: relationList[relationsBegin[e]] … [relationsBegin[e + 1] - 1]
let relationList = null;
let claimsBegin = null;       // the claims of relation r: claimsBegin[r] … claimsBegin[r + 1] - 1
let conflictsOfRelation = null;

const firstEntities = new Map(first.shown.map((entity) => [entity.id, entity]));

function readColumns() {
    const read = JSON.parse(byId("columns").textContent);
    const entityCount = read.names.length, relationCount = read.heads.length;

    relationsBegin = new Uint32Array(entityCount + 2);
    const ends = (visit) => {
        for (let r = 0; r < relationCount; ++r) {
            visit(read.heads[r], r);
            if (read.tails[r] !== read.heads[r]) visit(read.tails[r], r);
        }
    };
    ends((entity) => ++relationsBegin[entity + 2]);
    for (let e = 2; e < relationsBegin.length; ++e) relationsBegin[e] += relationsBegin[e - 1];
    relationList = new Uint32Array(relationsBegin[entityCount + 1]);
    ends((entity, relation) => relationList[relationsBegin[entity + 1]++] = relation);

    claimsBegin = new Uint32Array(relationCount + 1);
    for (let r = 0; r < relationCount; ++r) claimsBegin[r + 1] = claimsBegin[r] + read.claimCounts[r];

    read.aliasesOf = new Map();
    read.aliasOf.forEach((entity, i) => {
        if (!read.aliasesOf.has(entity)) read.aliasesOf.set(entity, []);
        read.aliasesOf.get(entity).push(read.aliases[i]);
    });
    columns = read;

    conflictsOfRelation = new Map();
    read.conflicts.forEach((conflict, number) => {
        for (const side of conflict.sides) {
            for (const relation of new Set(side.claims.map(relationOfClaim))) {
                if (!conflictsOfRelation.has(relation)) conflictsOfRelation.set(relation, []);
                const known = conflictsOfRelation.get(relation);
                if (!known.includes(number)) known.push(number);
            }
        }
    });
}

// Entities

const nameOf = (entity) => columns ? columns.names[entity] : firstEntities.get(entity).name;
const typeOf = (entity) => columns ? columns.types[entity] : firstEntities.get(entity).type;
const degreeOf = (entity) =>
    columns ? relationsBegin[entity + 1] - relationsBegin[entity] : firstEntities.get(entity).degree;
const aliasesOf = (entity) => columns.aliasesOf.get(entity) ?? [];
const relationsOf = (entity) => relationList.subarray(relationsBegin[entity], relationsBegin[entity + 1]);
const otherEnd = (relation, entity) =>
    columns.heads[relation] === entity ? columns.tails[relation] : columns.heads[relation];

// Relations and claims

const relationType = (relation) => first.relationTypes[columns.relationTypes[relation]];
const conflictsOf = (relation) => conflictsOfRelation.get(relation) ?? [];

function claimsOf(relation) {
    const claims = [];
    for (let c = claimsBegin[relation]; c < claimsBegin[relation + 1]; ++c) claims.push(c);
    return claims;
}

function relationOfClaim(claim) {
    let low = 0, high = claimsBegin.length - 1;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (claimsBegin[middle] <= claim) low = middle;
        else high = middle;
    }
    return low;
}

const modalityCode = (claim) => columns.claimModalities.charCodeAt(claim) - 48;
const modalityOf = (claim) => modalityCode(claim) % 5;
const isInferred = (claim) => modalityCode(claim) >= 5;
const documentOf = (claim) => {
    const [id, title, date, source] = columns.documents[columns.claimDocuments[claim]];
    return {id, title, date, source};
};

const blocks = new Map();  // of claims' words, parsed when one is read

function wordsOf(claim) {
    const number = Math.floor(claim / columns.blockSize);
    if (!blocks.has(number)) blocks.set(number, JSON.parse(byId(`claims-${number}`).textContent));
    const [text, by, qualifiers, begin, end, ...premises] = blocks.get(number)[claim % columns.blockSize];
    return {text, by: by || "", qualifiers, begin, end, premises};
}

// Tells one graph from another, so that a link made for another is noticed.
function fingerprint() {
    let hash = 2166136261;
    for (const name of columns.names) {
        for (let i = 0; i < name.length; ++i) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619);
    }
    hash = Math.imul(hash ^ columns.heads.length, 16777619);
    return (hash >>> 0).toString(36);
}
