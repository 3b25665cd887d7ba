// The page without a mouse.

// The shown entity that is nearest in the direction of an arrow key.
function nextInDirection(key) {
    const from = picture.getElementById(`e${picked.id}`).position();
    let best = null, least = Infinity;
    for (const node of picture.nodes()) {
        const to = node.position(), dx = to.x - from.x, dy = to.y - from.y;
        const [along, aside] = {ArrowRight: [dx, dy], ArrowLeft: [-dx, dy], ArrowDown: [dy, dx], ArrowUp: [-dy, dx]}[key];
        const cost = along + 2 * Math.abs(aside);
        if (along > 1 && cost < least) {
            best = node.data("number");
            least = cost;
        }
    }
    return best;
}

function moveInGraph(event) {
    if (!event.key.startsWith("Arrow") || columns === null || shown.entities.length === 0) return;
    event.preventDefault();
    const isThere = picked !== null && picked.kind === "entity" && isShown(picked.id);
    const next = isThere ? nextInDirection(event.key) : shown.entities[0];
    if (next === null) return;
    pick({kind: "entity", id: next});
    bringIntoSight(next);
    notify(`${nameOf(next)}, ${first.entityTypes[typeOf(next)].name}, ${counted(degreeOf(next), "relation")}`);
}

const isTyping = (target) => target.matches("input, textarea, select");

function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || byId("help").open) return;
    const entity = picked !== null && picked.kind === "entity" ? picked.id : null;
    const actions = {
        "/": () => searchField.focus(),
        f: () => showFilters(filterPanel.hidden),
        c: () => first.conflicts > 0 && pick({kind: "conflicts"}),
        l: copyLink,
        t: () => byId("theme").click(),
        "?": () => byId("help").showModal(),
        "+": () => zoomBy(1.25),
        "=": () => zoomBy(1.25),
        "-": () => zoomBy(0.8),
        0: () => fitPicture(),
        Home: startAgain,
        e: () => entity !== null && expandEntity(entity),
        h: () => entity !== null && collapseEntity(entity),
        Escape: () => filterPanel.hidden ? pick(null) : showFilters(false),
    };
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action === undefined || columns === null) return;
    event.preventDefault();
    action();
}

document.addEventListener("keydown", onKey);
byId("graph").addEventListener("keydown", (event) => {
    moveInGraph(event);
    if (event.key === "Enter" && picked !== null) panel.focus();
});
