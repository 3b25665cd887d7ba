// The graph on the canvas.

const canvasFont = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const measure = document.createElement("canvas").getContext("2d");
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

let picture = null;  // Cytoscape's
let isMovedByReader = false;  // then it is not moved for the reader when the window changes
let onPick = () => {};      // called with {kind: "entity" | "relation", id} or null
let onExpand = () => {};    // called with an entity

// Larger the more relations an entity has; as `PageData` (export/page_data.cpp) has it.
const scaleOf = (degree) => 1 + 0.4 * Math.log1p(degree) / Math.log1p(Math.max(first.highestDegree, 8));

const shortened = (text, most) => {
    const characters = Array.from(text);
    return characters.length > most ? characters.slice(0, most - 1).join("") + "…" : text;
};

// A name in at most three lines, and the box around it.
function labelled(name, degree) {
    const size = 12.5 * scaleOf(degree), widest = 150 * scaleOf(degree);
    measure.font = `500 ${size}px ${canvasFont}`;
    const lines = [""];
    for (const word of shortened(name, 66).split(/\s+/)) {
        const longer = lines[lines.length - 1] === "" ? word : lines[lines.length - 1] + " " + word;
        if (lines[lines.length - 1] === "" || measure.measureText(longer).width <= widest) lines[lines.length - 1] = longer;
        else lines.push(word);
    }
    if (lines.length > 3) lines.splice(2, lines.length - 2, lines[2] + "…");
    const fitted = lines.map((line) => {
        let short = line;
        while (measure.measureText(short).width > 1.4 * widest) short = shortened(short, Array.from(short).length - 1);
        return short;
    });
    const width = Math.max(...fitted.map((line) => measure.measureText(line).width), size);
    return {label: fitted.join("\n"), size, width: width + 26, height: fitted.length * size * 1.25 + 15};
}

function entityElement(entity) {
    const colors = typeColors(typeOf(entity)), box = labelled(nameOf(entity), degreeOf(entity));
    return {group: "nodes", data: {id: `e${entity}`, number: entity, ...box, ...colors}};
}

// As edge_look (export/dot_style.cpp) has it.
function relationElement(relation, {head, tail, type, modality, inferred}, isInConflict) {
    const ink = inks(), isDenied = modality === negated;
    const style = isDenied ? "solid" : modality > 0 ? "dashed" : inferred ? "dotted" : "solid";
    const color = isDenied ? ink.denied : modality > 0 || inferred ? ink.weak : ink.line;
    return {
        group: "edges",
        data: {id: `r${relation}`, number: relation, source: `e${head}`, target: `e${tail}`,
               label: shortened(first.relationTypes[type].name, 40), color, style,
               ink: isDenied ? ink.denied : ink.label, arrow: first.relationTypes[type].symmetric ? "none" : "triangle",
               conflict: isInConflict ? 1 : 0},
    };
}

function pictureStyle() {
    const ink = inks();
    return [
        {selector: "node", style: {
            shape: "round-rectangle", "corner-radius": 12, width: "data(width)", height: "data(height)",
            "background-color": "data(fill)", "border-width": 1.3, "border-color": "data(outline)",
            label: "data(label)", color: "data(text)", "font-family": canvasFont, "font-size": "data(size)",
            "font-weight": 500, "text-wrap": "wrap", "text-max-width": 1000, "text-valign": "center",
            "text-halign": "center", "line-height": 1.2, "overlay-opacity": 0}},
        {selector: "edge", style: {
            "curve-style": "bezier", "control-point-step-size": 44, width: 1.5, "line-color": "data(color)",
            "line-style": "data(style)", "line-dash-pattern": [6, 4], "target-arrow-color": "data(color)",
            "target-arrow-shape": "data(arrow)", "arrow-scale": 0.9, label: "data(label)", color: "data(ink)",
            "font-family": canvasFont, "font-size": 10, "text-rotation": "autorotate",
            "text-background-color": ink.ground, "text-background-opacity": 0.88, "text-background-padding": 2,
            "text-background-shape": "round-rectangle", "min-zoomed-font-size": 7, "overlay-opacity": 0,
            "loop-direction": "-45deg", "loop-sweep": "60deg"}},
        {selector: "edge[conflict = 1]", style: {
            "underlay-color": ink.conflict, "underlay-opacity": 0.4, "underlay-padding": 4}},
        {selector: ".faded", style: {opacity: 0.22}},
        {selector: "edge.faded", style: {opacity: 0.14}},
        {selector: "edge.faded[conflict = 1]", style: {"underlay-opacity": 0.1}},
        {selector: "edge.near", style: {"min-zoomed-font-size": 0, "font-size": 11.5, "z-index": 5}},
        {selector: "node.picked", style: {"border-width": 3, "border-color": ink.accent}},
        {selector: "edge.picked", style: {width: 3, "line-color": ink.accent, "target-arrow-color": ink.accent,
                                          color: ink.accent, "font-size": 11, "z-index": 10}},
        {selector: "node.hovered", style: {"border-width": 2.4}},
        {selector: "edge.hovered", style: {width: 2.6}},
    ];
}

// Draws the first screen from what stands first in the file. Returns a promise of its being seen.
function startPicture() {
    const entities = firstScreen();
    const inPicture = new Set(entities.map((entity) => entity.id));
    shown.entities = [...inPicture];
    const nodes = entities.map((entity) => entityElement(entity.id));
    const edges = first.edges.filter((edge) => inPicture.has(edge.head) && inPicture.has(edge.tail));
    if (entities.length === first.shown.length)
        entities.forEach((entity, i) => nodes[i].position = {x: entity.x, y: entity.y});
    else placeAnew(nodes, edges.map((edge) => ({source: `e${edge.head}`, target: `e${edge.tail}`})));

    picture = cytoscape({
        container: byId("graph"), elements: [...nodes, ...edges.map((edge) => relationElement(edge.id, edge, false))],
        style: pictureStyle(), layout: {name: "preset", fit: false}, minZoom: 0.05, maxZoom: 3, boxSelectionEnabled: false,
        autounselectify: true,
    });
    listenToPicture();
    return new Promise((done) => picture.one("render", () => requestAnimationFrame(() => {
        document.documentElement.dataset.firstPicture = Math.round(performance.now());
        setTimeout(done);
    })));
}

function listenToPicture() {
    const graph = byId("graph");
    picture.on("tap", (event) => {
        if (event.target === picture) onPick(null);
        else if (event.target.isNode()) onPick({kind: "entity", id: event.target.data("number")});
        else onPick({kind: "relation", id: event.target.data("number")});
    });
    picture.on("dbltap", "node", (event) => onExpand(event.target.data("number")));
    picture.on("mouseover", "node, edge", (event) => {
        event.target.addClass("hovered");
        graph.classList.add("pointing");
    });
    picture.on("mouseout", "node, edge", (event) => {
        event.target.removeClass("hovered");
        graph.classList.remove("pointing");
    });
    picture.on("dragpan scrollzoom pinchzoom", () => isMovedByReader = true);
    new ResizeObserver(() => {
        picture.resize();
        if (isNarrow() && picked !== null && picked.kind === "entity") bringIntoSight(picked.id);
        else if (!isMovedByReader) fitPicture(false);
    }).observe(graph);
}

// Gives all nodes places, as if none had one.
function placeAnew(nodes, edges) {
    const place = new Map(nodes.map((node, i) => [node.data.id, i]));
    const stage = byId("stage"), aspect = Math.min(Math.max(stage.clientWidth / stage.clientHeight, 0.5), 2);
    const points = layoutBoxes(nodes.map((node) => node.data), edges.map(({source, target}) =>
        [place.get(source), place.get(target)]), aspect);
    nodes.forEach((node, i) => node.position = points[i]);
}

// Brings the canvas to what is shown. Newcomers stand around the entity `around`; without one, and with `isAnew`, all
// find new places.
function syncPicture({around = null, isAnew = false} = {}) {
    const nodes = shown.entities.map(entityElement);
    const edges = shownRelations().map((r) => relationElement(r, {
        head: columns.heads[r], tail: columns.tails[r], type: columns.relationTypes[r], ...stanceOf(r),
    }, conflictsOfRelation.has(r)));
    const isFirstScreen = shown.isOverview && shown.entities.every((entity) => firstEntities.has(entity)) &&
        shown.entities.length === first.shown.length;

    const wanted = new Set([...nodes, ...edges].map((made) => made.data.id));
    picture.startBatch();
    picture.elements().filter((made) => !wanted.has(made.id())).remove();
    const newcomers = nodes.filter((node) => picture.getElementById(node.data.id).empty());
    if (isAnew && isFirstScreen) {
        for (const node of nodes) {
            const {x, y} = firstEntities.get(node.data.number);
            node.position = {x, y};
        }
    } else if (isAnew || (around === null && newcomers.length > 0)) {
        placeAnew(nodes, edges.map((edge) => edge.data));
    } else if (newcomers.length > 0) {
        placeNewcomers(nodes, newcomers, around);
    }
    for (const node of nodes) {
        const known = picture.getElementById(node.data.id);
        if (known.empty()) picture.add(node);
        else {
            known.data(node.data);
            if (node.position) known.position(node.position);
        }
    }
    for (const edge of edges) {
        const known = picture.getElementById(edge.data.id);
        if (known.empty()) picture.add(edge);
        else known.data(edge.data);
    }
    picture.endBatch();
    byId("empty").hidden = nodes.length > 0;
}

// Sets positions: newcomers around `around`, the others where they are or a little aside.
function placeNewcomers(nodes, newcomers, around) {
    const center = picture.getElementById(`e${around}`).position();
    const near = neighborsOf(around).map((entity) => picture.getElementById(`e${entity}`))
        .filter((node) => node.nonempty()).map((node) => node.position());
    const places = pointsAround(center, newcomers.length, near);
    newcomers.forEach((node, i) => node.position = places[i]);
    const points = nodes.map((node) => node.position ?? {...picture.getElementById(node.data.id).position()});
    partBoxes(points, nodes.map((node) => node.data));
    nodes.forEach((node, i) => node.position = points[i]);
}

const mostZoom = 1.25;  // small graphs are not blown up

function fitPicture(isSmooth = true) {
    const all = picture.nodes();
    if (all.empty()) return;
    isMovedByReader = false;
    const legend = byId("legend"), stage = byId("stage");
    // The legend is in the lower left corner: keep a strip free for it.
    const box = all.boundingBox({includeLabels: false, includeOverlays: false});
    const margin = isNarrow() ? 16 : 40, below = margin + (isNarrow() ? 0 : legend.offsetHeight);
    const width = stage.clientWidth - 2 * margin, height = stage.clientHeight - margin - below;
    if (width <= 0 || height <= 0) return;
    const zoom = Math.min(width / box.w, height / box.h, mostZoom);
    const pan = {x: margin + (width - box.w * zoom) / 2 - box.x1 * zoom,
                 y: margin + (height - box.h * zoom) / 2 - box.y1 * zoom};
    if (isSmooth && !stillness.matches) picture.animate({zoom, pan}, {duration: 260, easing: "ease-out"});
    else picture.viewport({zoom, pan});
}

// Moves an entity into the picture where it is not; near enough to be read.
function bringIntoSight(entity) {
    const node = picture.getElementById(`e${entity}`);
    if (node.empty()) return;
    const at = node.renderedPosition(), stage = byId("stage");
    const isInside = at.x > 60 && at.y > 40 && at.x < stage.clientWidth - 60 && at.y < stage.clientHeight - 60;
    if (isInside && picture.zoom() > 0.45) return;
    isMovedByReader = true;
    const zoom = Math.max(picture.zoom(), 0.7), place = node.position();
    const pan = {x: stage.clientWidth / 2 - place.x * zoom, y: stage.clientHeight / 2 - place.y * zoom};
    if (stillness.matches) picture.viewport({zoom, pan});
    else picture.animate({zoom, pan}, {duration: 260, easing: "ease-out"});
}

function zoomBy(factor) {
    isMovedByReader = true;
    const stage = byId("stage");
    picture.zoom({level: picture.zoom() * factor, renderedPosition: {x: stage.clientWidth / 2, y: stage.clientHeight / 2}});
}

// Marks what is picked, and fades what has nothing to do with it.
function markPicked(picked) {
    picture.startBatch();
    picture.elements().removeClass("faded near picked");
    const chosen = pickedElements(picked);
    if (chosen.nonempty()) {
        const near = chosen.union(chosen.isNode() ? chosen.closedNeighborhood() : chosen.connectedNodes());
        picture.elements().not(near).addClass("faded");
        near.edges().addClass("near");
        chosen.addClass("picked");
    }
    picture.endBatch();
}

function pickedElements(picked) {
    if (picked === null || picked.kind === "conflicts") return picture.collection();
    return picture.getElementById((picked.kind === "entity" ? "e" : "r") + picked.id);
}

function recolorPicture() {
    for (const node of picture.nodes()) node.data(typeColors(typeOf(node.data("number"))));
    picture.style(pictureStyle());
}
