// What the reader sees, in the part of the address after "#": to be copied, and to come back to.

const listed = (set) => [...set].join(".");
const numbersIn = (text, below) => (text ?? "").split(".").filter((part) => /^\d+$/.test(part)).map(Number)
    .filter((number) => number < below);

function viewAddress() {
    const parts = new URLSearchParams();
    if (!shown.isOverview) parts.set("show", listed(shown.entities));
    if (picked !== null) parts.set("pick", picked.kind === "conflicts" ? "conflicts" : picked.kind[0] + picked.id);
    if (filters.entityTypes.size > 0) parts.set("without-entities", listed(filters.entityTypes));
    if (filters.relationTypes.size > 0) parts.set("without-relations", listed(filters.relationTypes));
    if (filters.modalities.size > 0) parts.set("without", listed([...filters.modalities].map((m) => modalities[m])));
    if (filters.documents.size > 0) parts.set("articles", listed(filters.documents));
    if (filters.since !== "") parts.set("since", filters.since);
    if (filters.until !== "") parts.set("until", filters.until);
    if (!filters.isInferredShown) parts.set("inferred", "no");
    if (filters.isOnlyConflicts) parts.set("contradicted", "only");
    if ([...parts].length > 0) parts.set("graph", fingerprint());
    return parts.toString();
}

function rememberView() {
    try {
        const address = viewAddress();
        history.replaceState(null, "", address === "" ? location.pathname + location.search : "#" + address);
    } catch {
        // A browser that keeps a file's address as it is; the button still tells the link.
    }
}

// Takes the view from the address. Returns whether it names one.
function recallView() {
    const parts = new URLSearchParams(location.hash.slice(1));
    if ([...parts].length === 0) return false;
    if (parts.get("graph") !== fingerprint()) {
        notify("The link was made for another version of this graph; here is the first view.");
        return false;
    }
    clearFilters();
    filters.entityTypes = new Set(numbersIn(parts.get("without-entities"), first.entityTypes.length));
    filters.relationTypes = new Set(numbersIn(parts.get("without-relations"), first.relationTypes.length));
    filters.modalities = new Set((parts.get("without") ?? "").split(".").map((name) => modalities.indexOf(name)).filter((m) => m >= 0));
    filters.documents = new Set(numbersIn(parts.get("articles"), columns.documents.length));
    const date = (name) => /^\d{4}-\d\d-\d\d$/.test(parts.get(name) ?? "") ? parts.get(name) : "";
    filters.since = date("since");
    filters.until = date("until");
    filters.isInferredShown = parts.get("inferred") !== "no";
    filters.isOnlyConflicts = parts.get("contradicted") === "only";
    applyFilters();

    const entities = numbersIn(parts.get("show"), columns.names.length).slice(0, mostShown);
    shown.isOverview = entities.length === 0;
    shown.entities = shown.isOverview ? overviewEntities() : [...new Set(entities)];
    const [, kind, number] = /^([er])(\d+)$/.exec(parts.get("pick") ?? "") ?? [];
    if (parts.get("pick") === "conflicts") picked = {kind: "conflicts"};
    else if (kind === "e" && Number(number) < columns.names.length) picked = {kind: "entity", id: Number(number)};
    else if (kind === "r" && Number(number) < columns.heads.length) picked = {kind: "relation", id: Number(number)};
    else picked = null;
    return true;
}

async function copyLink() {
    rememberView();
    const address = location.href.split("#")[0] + (viewAddress() === "" ? "" : "#" + viewAddress());
    try {
        await navigator.clipboard.writeText(address);
        notify("The link to this view is copied.");
    } catch {
        notify("The address of this page is the link to this view.");
    }
}
