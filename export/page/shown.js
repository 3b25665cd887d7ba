// Which entities are in the picture: the overview, until the reader calls others up.

const mostInOverview = Math.max(first.shown.length, 12);
const mostAtOnce = 20;    // neighbours that one step adds
const mostShown = 400;    // entities in the picture: more can't be read

const shown = {
    isOverview: true,
    entities: first.shown.map((entity) => entity.id),  // in the order of their coming
};

const isShown = (entity) => shown.entities.includes(entity);

const isNarrow = () => window.matchMedia("(max-width: 760px)").matches;
const overviewSize = () => isNarrow() ? Math.min(mostInOverview, 14) : mostInOverview;
const firstScreen = () => first.shown.slice(0, overviewSize());

// The most important entities that pass, and by importance those that are related to one of them.
function overviewEntities() {
    const most = overviewSize();
    if (filterCount() === 0) return firstScreen().map((entity) => entity.id);
    const candidates = [];
    for (const entity of columns.order) {
        if (candidates.length >= 20 * most) break;  // keeps this quick in large graphs
        if (relationsOf(entity).some(passes)) candidates.push(entity);
    }
    const chosen = new Set(candidates.slice(0, Math.ceil(most / 8)));
    for (let pass = 0; pass < 3; ++pass) {
        for (const entity of candidates) {
            if (chosen.size >= most) break;
            if (pass === 2 || relationsOf(entity).some((r) => passes(r) && chosen.has(otherEnd(r, entity))))
                chosen.add(entity);
        }
    }
    return [...chosen];
}

// The relations among what is shown, that pass.
function shownRelations() {
    const inPicture = new Set(shown.entities), relations = new Set();
    for (const entity of shown.entities) {
        for (const relation of relationsOf(entity)) {
            if (passes(relation) && inPicture.has(otherEnd(relation, entity))) relations.add(relation);
        }
    }
    return [...relations].sort((a, b) => a - b);
}

// Neighbours by relations that pass, the most important first.
function neighborsOf(entity) {
    const found = new Set();
    for (const relation of relationsOf(entity)) {
        if (passes(relation)) found.add(otherEnd(relation, entity));
    }
    found.delete(entity);
    return [...found].sort((a, b) => degreeOf(b) - degreeOf(a) || a - b);
}

const hiddenNeighbors = (entity) => {
    const inPicture = new Set(shown.entities);
    return neighborsOf(entity).filter((neighbor) => !inPicture.has(neighbor));
};

// Returns those that came.
function show(entities) {
    const inPicture = new Set(shown.entities);
    const newcomers = [...new Set(entities)].filter((entity) => !inPicture.has(entity))
        .slice(0, Math.max(mostShown - shown.entities.length, 0));
    if (newcomers.length > 0) {
        shown.isOverview = false;
        shown.entities = [...shown.entities, ...newcomers];
    }
    return newcomers;
}

// Takes away the neighbours of `entity` that nothing else in the picture is related to. Returns how many.
function collapse(entity) {
    const inPicture = new Set(shown.entities);
    const leaves = neighborsOf(entity).filter((neighbor) => inPicture.has(neighbor) &&
        neighborsOf(neighbor).every((other) => other === entity || !inPicture.has(other)));
    if (leaves.length > 0) {
        shown.isOverview = false;
        shown.entities = shown.entities.filter((other) => !leaves.includes(other));
    }
    return leaves.length;
}
