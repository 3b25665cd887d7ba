// What is said of what the reader has picked.

let picked = null;  // {kind: "entity" | "relation", id}, {kind: "conflicts"}, or null
const panel = byId("panel");

function showPanel() {
    const isOpen = picked !== null;
    document.body.classList.toggle("has-picked", isOpen);
    if (columns === null) {
        fill(panel, element("p", {class: "small"}, "Reading the graph …"));
        return;
    }
    if (picked === null) fill(panel, aboutGraph());
    else if (picked.kind === "entity") fill(panel, aboutEntity(picked.id));
    else if (picked.kind === "relation") fill(panel, aboutRelation(picked.id));
    else fill(panel, aboutConflicts());
    panel.scrollTop = 0;
}

const closeButton = () => element("button", {
    type: "button", class: "close", "aria-label": "Close", title: "Close (Esc)", click: () => pick(null),
}, "×");

function aboutGraph() {
    const figure = (count, name) => element("div", {}, element("dt", {}, name), element("dd", {}, grouped(count)));
    const important = shown.entities.slice().sort((a, b) => degreeOf(b) - degreeOf(a) || a - b);
    return [
        element("h2", {}, "In this graph"),
        element("dl", {class: "figures"}, figure(first.entities, "entities"), figure(first.relations, "relations"),
            figure(first.claims, "claims"), figure(first.documents, first.documents === 1 ? "article" : "articles")),
        first.conflicts > 0 && element("button", {type: "button", class: "card warning", click: () => pick({kind: "conflicts"})},
            element("strong", {}, counted(first.conflicts, "contradiction")), " between articles, or changes over time"),
        element("h3", {}, "In the picture"),
        ...shortList(important, (entity) => element("li", {}, entityLink(entity),
            element("span", {class: "count"}, counted(degreeOf(entity), "relation"))), 12, {class: "entities"}),
        element("p", {class: "hint"}, "Pick an entity or a line to read what the articles say, word for word."),
    ];
}

function aboutEntity(entity) {
    const relations = passingRelationsOf(entity), aliases = aliasesOf(entity);
    const left = relationsOf(entity).length - relations.length;
    const conflicts = [...new Set(relations.flatMap(conflictsOf))];
    return [
        closeButton(),
        typeTag(typeOf(entity)),
        element("h2", {}, nameOf(entity)),
        aliases.length > 0 && element("p", {class: "aliases"}, `also ${aliases.join(", ")}`),
        element("p", {class: "small"}, `${counted(columns.mentions[entity], "mention")}, ${counted(relations.length, "relation")}`,
            left > 0 && `; ${grouped(left)} more left out by the filters`),
        entityActions(entity),
        conflicts.length > 0 && element("section", {"aria-label": "Contradictions"},
            element("h3", {class: "warning"}, "Contradictions"),
            ...shortList(conflicts, conflictItem, 5, {class: "conflicts"})),
        ...groupedRelations(entity, relations),
    ];
}

function entityActions(entity) {
    const hidden = hiddenNeighbors(entity).length;
    return element("div", {class: "actions"},
        element("button", {type: "button", id: "expand", disabled: hidden === 0, click: () => expandEntity(entity)},
            hidden === 0 ? "All neighbours shown" : hidden > mostAtOnce ? `Show ${mostAtOnce} of ${grouped(hidden)} neighbours`
                         : `Show ${counted(hidden, "neighbour")}`),
        element("button", {type: "button", id: "collapse", "aria-label": "Hide neighbours that lead nowhere else",
            title: "Hide neighbours that lead nowhere else (H)", click: () => collapseEntity(entity)}, "Hide"),
        element("button", {type: "button", id: "only", click: () => showOnly(entity)}, "Only this"));
}

// By relation type and direction, the largest groups first.
function groupedRelations(entity, relations) {
    const groups = new Map();
    for (const relation of relations) {
        const type = relationType(relation), isHead = columns.heads[relation] === entity || type.symmetric;
        const key = `${columns.relationTypes[relation]} ${isHead}`;
        if (!groups.has(key)) groups.set(key, {name: type.name, isHead, isSymmetric: type.symmetric, relations: []});
        groups.get(key).relations.push(relation);
    }
    return [...groups.values()].sort((a, b) => b.relations.length - a.relations.length).map((group) => element(
        "section", {class: "group"},
        element("h3", {}, element("span", {class: "arrow", "aria-label": group.isSymmetric ? "both ways" : group.isHead ? "from it" : "to it"},
            group.isSymmetric ? "↔" : group.isHead ? "→" : "←"), group.name,
            element("span", {class: "count"}, grouped(group.relations.length))),
        ...shortList(group.relations, (relation) => relationItem(relation, entity), 10, {class: "relations"})));
}

function relationItem(relation, entity) {
    const other = otherEnd(relation, entity), claims = claimsOf(relation).filter(claimPasses);
    return element("li", {},
        element("div", {class: "ends"}, entityLink(other), typeTag(typeOf(other)),
            conflictsOf(relation).length > 0 && element("button", {type: "button", class: "tag warning",
                click: () => pick({kind: "relation", id: relation})}, "contradicted")),
        ...shortList(claims, claimItem, 3, {class: "claims"}));
}

function aboutRelation(relation) {
    const head = columns.heads[relation], tail = columns.tails[relation], type = relationType(relation);
    const claims = claimsOf(relation), passing = claims.filter(claimPasses), {modality, inferred} = stanceOf(relation);
    const conflicts = conflictsOf(relation);
    return [
        closeButton(),
        element("h2", {class: "sentence"}, entityLink(head, "large"),
            element("span", {class: "verb"}, type.name), entityLink(tail, "large")),
        element("p", {class: "small"}, stanceTag(modality, "", inferred), ` ${counted(claims.length, "claim")} `,
            `in ${counted(new Set(claims.map((c) => columns.claimDocuments[c])).size, "article")}`,
            passing.length < claims.length && `; ${counted(claims.length - passing.length, "claim")} left out by the filters`),
        conflicts.length > 0 && element("section", {"aria-label": "Contradictions"},
            element("h3", {class: "warning"}, "Contradictions"),
            ...shortList(conflicts, conflictItem, 5, {class: "conflicts"})),
        element("h3", {}, "What the articles say"),
        ...shortList(passing, claimItem, 20, {class: "claims"}),
    ];
}

function aboutConflicts() {
    return [
        closeButton(),
        element("h2", {}, "Contradictions"),
        element("p", {class: "small"}, "What articles say that can't all hold. Where one thing follows another in time, it is a change."),
        ...shortList(columns.conflicts.map((_, number) => number), conflictItem, 20, {class: "conflicts"}),
    ];
}
