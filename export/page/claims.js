// Claims as people read them: the words, how firmly, by whom, where and when.

const modalityWords = {
    asserted: "stated", reported: "reported", claimed: "claimed", possible: "possible", negated: "denied",
};

function stanceTag(modality, by, inferred) {
    const name = modalities[modality];
    const text = modalityWords[name] + (by ? ` by ${by}` : "");
    return element("span", {class: `tag ${name}`}, inferred ? `${text}, inferred` : text);
}

function typeTag(type) {
    const tag = element("span", {class: "type"}, element("i", {"aria-hidden": "true"}), first.entityTypes[type].name);
    colorSwatch(tag.firstChild, type);
    return tag;
}

// A style sheet can't know the types; a policy lets scripts set single properties.
function colorSwatch(swatch, type) {
    const {fill, outline} = typeColors(type);
    swatch.style.background = fill;
    swatch.style.borderColor = outline;
    swatch.dataset.type = type;
}

const entityLink = (entity, extra = "") => element("button", {
    type: "button", class: `name ${extra}`, click: () => pick({kind: "entity", id: entity}),
}, nameOf(entity));

function documentLine(claim, words) {
    const {id, title, date, source} = documentOf(claim);
    const line = element("cite", {title: `${id}, bytes ${words.begin} to ${words.end}`}, sourceLink(title || id, source));
    if (date) line.append(element("time", {datetime: date}, date));
    return line;
}

function qualifierList(qualifiers) {
    if (qualifiers.length === 0) return null;
    return element("dl", {class: "qualifiers"}, qualifiers.map(([name, value, normalized]) => element("div", {},
        element("dt", {}, name), element("dd", normalized ? {title: normalized} : {}, value))));
}

function claimItem(claim) {
    const words = wordsOf(claim);
    const item = element("li", {class: `claim ${modalities[modalityOf(claim)]}`},
        element("blockquote", {}, `“${words.text}”`), qualifierList(words.qualifiers),
        element("p", {class: "about"}, stanceTag(modalityOf(claim), words.by, isInferred(claim)), documentLine(claim, words)));
    if (words.premises.length > 0) item.append(premiseLine(words.premises));
    return item;
}

// "Follows from: A acquires B".
function premiseLine(premises) {
    const relations = [...new Set(premises.map(relationOfClaim))];
    return element("p", {class: "small"}, "Follows from ", relations.map((relation, i) => [i > 0 ? "; " : "",
        relationButton(relation, sentenceOf(relation))]).flat());
}

const sentenceOf = (relation) =>
    `${nameOf(columns.heads[relation])} ${relationType(relation).name} ${nameOf(columns.tails[relation])}`;

const relationButton = (relation, text) => element("button", {
    type: "button", class: "name", click: () => pick({kind: "relation", id: relation}),
}, text);

// A contradiction: its sides, each with its claims.
function conflictItem(number) {
    const conflict = columns.conflicts[number];
    return element("li", {class: "conflict"},
        element("p", {class: "kind"}, conflict.change ? "Changed" : "Contradiction"),
        element("h4", {}, conflict.about),
        conflict.sides.map((side) => element("section", {},
            element("h5", {}, modalityWords[side.says] ?? side.says),
            ...shortList(side.claims, claimItem, 5, {class: "claims"}))),
        element("p", {class: "small"}, relationButton(relationOfClaim(conflict.sides[0].claims[0]), "Show in the graph")));
}
