// Finding an entity by any of its names.

const searchField = byId("search"), suggestionList = byId("suggestions");
const mostSuggestions = 8;
let suggestions = [];
let activeSuggestion = -1;
let foldedNames = null;  // a line for each name of each entity, the most important entity first

// Case and accents don't count.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function foldNames() {
    foldedNames = columns.order.map((entity) => ({
        entity, names: folded([nameOf(entity), ...aliasesOf(entity)].join("\n")),
    }));
}

// Those that begin with the words first, then those of which a word does, then those that hold them.
function findEntities(words) {
    const wanted = folded(words.trim());
    if (wanted === "") return [];
    if (foldedNames === null) foldNames();
    const starts = [], wordStarts = [], others = [];
    for (const {entity, names} of foldedNames) {
        const at = names.indexOf(wanted);
        if (at < 0) continue;
        const line = `\n${names}`;
        if (line.includes(`\n${wanted}`)) starts.push(entity);
        else if (/[^\p{L}\p{N}]/u.test(line[at])) wordStarts.push(entity);
        else others.push(entity);
        if (starts.length >= mostSuggestions) break;
    }
    return [...starts, ...wordStarts, ...others].slice(0, mostSuggestions);
}

function showSuggestions() {
    suggestions = columns === null ? [] : findEntities(searchField.value);
    activeSuggestion = suggestions.length > 0 ? 0 : -1;
    const isAsked = searchField.value.trim() !== "";
    suggestionList.hidden = !isAsked;
    searchField.setAttribute("aria-expanded", String(isAsked));
    suggestionList.replaceChildren(...suggestions.map((entity, i) => {
        const wanted = folded(searchField.value.trim());
        const alias = folded(nameOf(entity)).includes(wanted) ? null : aliasesOf(entity).find((name) => folded(name).includes(wanted));
        return element("li", {role: "option", id: `suggestion-${i}`, mousedown: (event) => {
            event.preventDefault();  // the field keeps the focus until the choice is made
            chooseSuggestion(i);
        }}, element("span", {class: "found"}, nameOf(entity), alias && element("small", {}, ` ${alias}`)), typeTag(typeOf(entity)));
    }));
    if (isAsked && suggestions.length === 0)
        suggestionList.append(element("li", {class: "none", role: "option", "aria-disabled": "true"},
            columns === null ? "Reading the graph …" : "No entity has such a name"));
    markSuggestion();
}

function markSuggestion() {
    [...suggestionList.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === activeSuggestion)));
    if (activeSuggestion >= 0) searchField.setAttribute("aria-activedescendant", `suggestion-${activeSuggestion}`);
    else searchField.removeAttribute("aria-activedescendant");
}

function closeSuggestions() {
    suggestionList.hidden = true;
    searchField.setAttribute("aria-expanded", "false");
    searchField.removeAttribute("aria-activedescendant");
}

function chooseSuggestion(i) {
    const entity = suggestions[i];
    searchField.value = "";
    closeSuggestions();
    searchField.blur();
    visitEntity(entity);
}

searchField.addEventListener("input", showSuggestions);
searchField.addEventListener("focus", () => searchField.value !== "" && showSuggestions());
searchField.addEventListener("blur", closeSuggestions);
searchField.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (suggestions.length === 0) return;
        const step = event.key === "ArrowDown" ? 1 : suggestions.length - 1;
        activeSuggestion = (activeSuggestion + step) % suggestions.length;
        markSuggestion();
        event.preventDefault();
    } else if (event.key === "Enter" && activeSuggestion >= 0 && !suggestionList.hidden) {
        chooseSuggestion(activeSuggestion);
    } else if (event.key === "Escape") {
        searchField.value = "";
        closeSuggestions();
        searchField.blur();
        event.stopPropagation();
    }
});
