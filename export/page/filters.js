// What the reader wants to see of the graph.

const filters = {};
let passingRelations = null;  // a byte a relation: whether it passes

function clearFilters() {
    filters.entityTypes = new Set();    // those left out
    filters.relationTypes = new Set();  // likewise
    filters.modalities = new Set();     // likewise
    filters.documents = new Set();      // only what these say; none: all
    filters.since = "";                 // of documents
    filters.until = "";
    filters.isInferredShown = true;
    filters.isOnlyConflicts = false;
}
clearFilters();

const filterCount = () => filters.entityTypes.size + filters.relationTypes.size + filters.modalities.size +
    filters.documents.size + (filters.since !== "") + (filters.until !== "") + !filters.isInferredShown +
    filters.isOnlyConflicts;

// A document's date may be a year or a month: it passes where some day of it does.
function dateFits(date) {
    if (filters.since === "" && filters.until === "") return true;
    if (date === "") return false;
    return (filters.since === "" || date >= filters.since.slice(0, date.length)) &&
        (filters.until === "" || date.slice(0, filters.until.length) <= filters.until);
}

let passingDocuments = null;  // a byte a document

const claimPasses = (claim) => passingDocuments[columns.claimDocuments[claim]] === 1 &&
    (isInferred(claim) ? filters.isInferredShown : !filters.modalities.has(modalityOf(claim)));

function applyFilters() {
    passingDocuments = Uint8Array.from(columns.documents, ([, , date], document) =>
        (filters.documents.size === 0 || filters.documents.has(document)) && dateFits(date) ? 1 : 0);
    passingRelations = new Uint8Array(columns.heads.length);
    for (let r = 0; r < passingRelations.length; ++r) {
        if (filters.relationTypes.has(columns.relationTypes[r]) ||
            filters.entityTypes.has(columns.types[columns.heads[r]]) ||
            filters.entityTypes.has(columns.types[columns.tails[r]]) ||
            (filters.isOnlyConflicts && !conflictsOfRelation.has(r))) continue;
        for (let c = claimsBegin[r]; c < claimsBegin[r + 1]; ++c) {
            if (claimPasses(c)) {
                passingRelations[r] = 1;
                break;
            }
        }
    }
}

const passes = (relation) => passingRelations[relation] === 1;
const passingRelationsOf = (entity) => Array.from(relationsOf(entity)).filter(passes);

// As the claims that pass have it: the firmest modality, and whether all are inferred.
function stanceOf(relation) {
    let modality = negated, inferred = true;
    for (let c = claimsBegin[relation]; c < claimsBegin[relation + 1]; ++c) {
        if (!claimPasses(c)) continue;
        modality = Math.min(modality, modalityOf(c));
        inferred = inferred && isInferred(c);
    }
    return {modality, inferred};
}
