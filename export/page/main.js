// What happens when: the first picture, then the whole graph, then what the reader does.

function notify(text) {
    const notice = byId("notice");
    notice.textContent = text;
    clearTimeout(notify.timer);
    notify.timer = setTimeout(() => notice.textContent = "", 4000);
}

// What is in the picture, and what is left out of it.
function tellStatus() {
    const left = first.entities - shown.entities.length, count = grouped(shown.entities.length);
    let text = first.entities === 0 ? "There are no entities."
        : left === 0 ? `All ${counted(first.entities, "entity", "entities")} are shown.`
        : shown.isOverview && filterCount() === 0
            ? `${count} of ${counted(first.entities, "entity", "entities")} are shown: the best connected. Search finds the others; a double click shows neighbours.`
            : `${count} of ${counted(first.entities, "entity", "entities")} are shown.`;
    if (filterCount() > 0 && columns !== null) {
        const passing = passingRelations.reduce((sum, one) => sum + one, 0);
        text += ` The filters leave ${grouped(passing)} of ${counted(first.relations, "relation")}.`;
    }
    byId("status").textContent = text;
}

function drawLegend() {
    const types = [...new Set(shown.entities.map(typeOf))];
    types.sort((a, b) => first.entityTypes[b].count - first.entityTypes[a].count);
    const most = 8;
    const chips = types.slice(0, most).map((type) => typeTag(type));
    if (types.length > most) chips.push(element("span", {class: "type"}, `${types.length - most} more`));
    const line = (kind, text) => element("span", {class: "line"}, element("i", {class: kind, "aria-hidden": "true"}), text);
    const kinds = new Set(picture.edges().map((edge) => edge.data("style") + (edge.data("color") === inks().denied ? " denied" : "")));
    const isContradicted = picture.edges("[conflict = 1]").nonempty();
    fill(byId("legend"),
        element("div", {}, ...chips),
        element("div", {}, line("solid", "stated"),
            kinds.has("dashed") && line("dashed", "reported, claimed or possible"),
            [...kinds].some((kind) => kind.endsWith("denied")) && line("denied", "denied"),
            kinds.has("dotted") && line("dotted", "inferred"),
            isContradicted && line("contradicted", "contradicted")));
}

// After any change of what is shown.
function refresh(how = {}) {
    syncPicture(how);
    markPicked(picked);
    countBadges();
    drawLegend();
    tellStatus();
    showPanel();
    rememberView();
}

function pick(what) {
    picked = what;
    if (what !== null && columns !== null) {
        const ends = what.kind === "relation" ? [columns.heads[what.id], columns.tails[what.id]]
            : what.kind === "entity" ? [what.id] : [];
        if (ends.some((entity) => !isShown(entity))) {
            const around = ends.find(isShown) ?? nearestShown(ends[0]);
            show(ends);
            refresh({around});
            return;
        }
    }
    if (columns === null) return showPanel();
    markPicked(picked);
    drawBadges();
    showPanel();
    rememberView();
}

// A neighbour that is in the picture, to stand beside.
const nearestShown = (entity) => neighborsOf(entity).find(isShown) ?? null;

// From the search: the entity with its most important neighbours.
function visitEntity(entity) {
    picked = {kind: "entity", id: entity};
    const around = isShown(entity) ? entity : nearestShown(entity);
    if (!isShown(entity)) {
        if (around === null) shown.entities = [];  // it has nothing to do with the picture: a picture of its own
        show([entity, ...neighborsOf(entity).slice(0, 7)]);
        refresh(around === null ? {isAnew: true} : {around});
        if (around === null) fitPicture();
    } else {
        pick(picked);
    }
    bringIntoSight(entity);
    notify(`${nameOf(entity)} is shown.`);
}

function expandEntity(entity) {
    if (columns === null) return;
    const newcomers = show(hiddenNeighbors(entity).slice(0, mostAtOnce));
    if (newcomers.length === 0 && hiddenNeighbors(entity).length > 0)
        notify(`The picture has ${mostShown} entities, all it can hold; hide some, or go back to the first view.`);
    picked = {kind: "entity", id: entity};
    refresh({around: entity});
    if (newcomers.length > 0) {
        notify(`${counted(newcomers.length, "neighbour")} came.`);
        fitPicture();
    }
}

function collapseEntity(entity) {
    const count = collapse(entity);
    refresh();
    notify(count > 0 ? `${counted(count, "neighbour")} hidden.` : "All its neighbours lead to others as well.");
}

function showOnly(entity) {
    shown.isOverview = false;
    shown.entities = [entity, ...neighborsOf(entity).slice(0, mostAtOnce)];
    picked = {kind: "entity", id: entity};
    refresh({isAnew: true});
    fitPicture();
}

function startAgain() {
    clearFilters();
    applyFilters();
    shown.isOverview = true;
    shown.entities = overviewEntities();
    picked = null;
    if (!filterPanel.hidden) drawFilters();
    tellFilterCount();
    refresh({isAnew: true});
    fitPicture();
}

function tellFilterCount() {
    const count = filterCount();
    byId("filter-count").hidden = count === 0;
    byId("filter-count").textContent = count;
}

onPick = pick;
onExpand = expandEntity;
onFilter = () => {
    applyFilters();
    if (shown.isOverview) shown.entities = overviewEntities();
    tellFilterCount();
    refresh({isAnew: shown.isOverview});
    fitPicture();
};

function describeGraph() {
    const title = first.title || "Knowledge graph";
    document.title = title;
    byId("title").textContent = title;
    byId("summary").textContent = [counted(first.entities, "entity", "entities"), counted(first.relations, "relation"),
        counted(first.documents, "article")].join(" · ");
    byId("show-conflicts").hidden = first.conflicts === 0;
    byId("conflict-count").textContent = first.conflicts;
}

function listenToTools() {
    byId("show-filters").addEventListener("click", () => columns && showFilters(filterPanel.hidden));
    byId("show-conflicts").addEventListener("click", () => columns && pick({kind: "conflicts"}));
    byId("copy-link").addEventListener("click", () => columns && copyLink());
    byId("show-help").addEventListener("click", () => byId("help").showModal());
    byId("zoom-in").addEventListener("click", () => zoomBy(1.25));
    byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
    byId("zoom-fit").addEventListener("click", () => fitPicture());
    byId("start-view").addEventListener("click", () => columns && startAgain());
    byId("theme").addEventListener("click", () => {
        switchTheme();
        recolor();
    });
    systemIsDark.addEventListener("change", () => {
        applyTheme();
        recolor();
    });
    window.addEventListener("hashchange", () => columns && recallView() && (tellFilterCount(), refresh({isAnew: true}), fitPicture()));
}

function recolor() {
    recolorPicture();
    if (columns !== null) {
        syncPicture();
        markPicked(picked);
        drawLegend();
    }
    for (const swatch of document.querySelectorAll("[data-type]")) colorSwatch(swatch, Number(swatch.dataset.type));
    drawBadges();
}

// The whole file is there.
function startReading() {
    readColumns();
    applyFilters();
    const isRecalled = recallView();
    tellFilterCount();
    refresh({isAnew: isRecalled});
    if (isRecalled) fitPicture(false);
    document.documentElement.dataset.ready = Math.round(performance.now());
}

applyTheme();
describeGraph();
listenToTools();
const firstPicture = startPicture();
picture.on("render", drawBadges);
drawLegend();
fitPicture(false);
tellStatus();
showPanel();
document.addEventListener("DOMContentLoaded", () => firstPicture.then(startReading));
