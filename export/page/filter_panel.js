// The filters, as the reader sets them.

const filterPanel = byId("filters");
let onFilter = () => {};

function toggle(set, value) {
    if (!set.delete(value)) set.add(value);
}

function showFilters(isOpen) {
    filterPanel.hidden = !isOpen;
    byId("show-filters").setAttribute("aria-expanded", String(isOpen));
    if (isOpen) {
        drawFilters();
        filterPanel.querySelector("button, input")?.focus();
    }
}

function drawFilters() {
    fill(filterPanel,
        element("div", {class: "heading"}, element("h2", {}, "Filters"),
            element("button", {type: "button", class: "quiet", id: "clear-filters", disabled: filterCount() === 0, click: () => {
                clearFilters();
                drawFilters();
                onFilter();
            }}, "Clear"),
            element("button", {type: "button", class: "close", "aria-label": "Close filters", click: () => {
                showFilters(false);
                byId("show-filters").focus();
            }}, "×")),
        entityTypeFilter(), relationTypeFilter(), modalityFilter(),
        first.conflicts > 0 && checkbox("Only what is contradicted", filters.isOnlyConflicts, (isOn) => filters.isOnlyConflicts = isOn),
        checkbox("What follows from other claims", filters.isInferredShown, (isOn) => filters.isInferredShown = isOn),
        documentFilter(), dateFilter());
}

function changed() {
    byId("clear-filters").disabled = filterCount() === 0;
    onFilter();
}

function filterGroup(name, ...content) {
    return element("section", {class: "filter", role: "group", "aria-label": name}, element("h3", {}, name), ...content);
}

function checkbox(text, isOn, set, count = null) {
    const box = element("input", {type: "checkbox", change: () => {
        set(box.checked);
        changed();
    }});
    box.checked = isOn;
    return element("label", {class: "check"}, box, element("span", {}, text),
        count !== null && element("span", {class: "count"}, grouped(count)));
}

function entityTypeFilter() {
    const byCount = first.entityTypes.map((_, type) => type).sort((a, b) => first.entityTypes[b].count - first.entityTypes[a].count);
    return filterGroup("Entities", ...shortList(byCount, (type) => {
        const chip = element("button", {type: "button", class: "chip", "aria-pressed": String(!filters.entityTypes.has(type)), click: () => {
            toggle(filters.entityTypes, type);
            chip.setAttribute("aria-pressed", String(!filters.entityTypes.has(type)));
            changed();
        }}, element("i", {"aria-hidden": "true"}), first.entityTypes[type].name,
            element("span", {class: "count"}, grouped(first.entityTypes[type].count)));
        colorSwatch(chip.firstChild, type);
        return element("li", {}, chip);
    }, 16, {class: "chips"}));
}

function relationTypeFilter() {
    const byCount = first.relationTypes.map((_, type) => type).sort((a, b) => first.relationTypes[b].count - first.relationTypes[a].count);
    const all = (isOn) => element("button", {type: "button", class: "quiet", click: () => {
        filters.relationTypes = new Set(isOn ? [] : byCount);
        drawFilters();
        changed();
    }}, isOn ? "All" : "None");
    return filterGroup("Relations", element("div", {class: "both"}, all(true), all(false)), ...shortList(byCount, (type) => element("li", {},
        checkbox(first.relationTypes[type].name, !filters.relationTypes.has(type), () => toggle(filters.relationTypes, type),
            first.relationTypes[type].count)), 10, {class: "checks"}));
}

function modalityFilter() {
    return filterGroup("How firmly", element("ul", {class: "checks"}, modalities.map((name, modality) => element("li", {},
        checkbox(modalityWords[name], !filters.modalities.has(modality), () => toggle(filters.modalities, modality))))));
}

function documentFilter() {
    const {documents} = columns, most = 8;
    const list = element("div", {});
    const draw = (words) => {
        const wanted = words.toLowerCase();
        const found = documents.map((_, document) => document).filter((document) => filters.documents.has(document) ||
            documents[document].some((part) => part.toLowerCase().includes(wanted)));
        found.sort((a, b) => filters.documents.has(b) - filters.documents.has(a) || a - b);
        list.replaceChildren(...shortList(found, (document) => element("li", {},
            checkbox(documents[document][1] || documents[document][0], filters.documents.has(document),
                () => toggle(filters.documents, document))), most, {class: "checks"}));
    };
    draw("");
    return filterGroup("Only these articles", documents.length > most && element("input", {type: "search", placeholder: "Find an article",
        "aria-label": "Find an article", input: (event) => draw(event.target.value)}), list);
}

function dateFilter() {
    const dates = columns.documents.map((document) => document[2]).filter((date) => date !== "").sort();
    if (dates.length === 0) return null;
    const field = (name, key) => {
        const input = element("input", {type: "date", id: `date-${key}`, change: () => {
            filters[key] = input.value;
            changed();
        }});
        input.value = filters[key];
        return element("label", {}, element("span", {}, name), input);
    };
    return filterGroup("Published", element("div", {class: "dates"}, field("from", "since"), field("to", "until")),
        element("p", {class: "small"}, dates[0] === dates[dates.length - 1] ? `All on ${dates[0]}.`
            : `From ${dates[0]} to ${dates[dates.length - 1]}.`));
}
