// Graphs to make pages of, none of which a change of the extraction changes.

import {closeSync, openSync, writeFileSync, writeSync} from "node:fs";
import {join} from "node:path";

import {folder} from "./browser.mjs";

const entity = (id, label, type, aliases = []) => ({id, label, type, aliases, mentions: 3});

export function claim(document, text, {modality = "asserted", by = null, qualifiers = {}} = {}) {
    const begin = 10;
    return {modality, attributed_to: by, qualifiers, evidence: {document, begin, end: begin + Buffer.byteLength(text), text}};
}

const edge = (source, type, target, ...claims) => ({source, target, type, open: false, inferred: false,
    modality: claims[0].modality, attributed_to: claims[0].attributed_to, qualifiers: claims[0].qualifiers, claims});

export function save(name, graph) {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(graph));
    return file;
}

// Two articles: on one matter they contradict each other.
export const small = () => save("small", {
    nodes: [entity("e0", "Acme", "organization", ["Acme Corporation"]), entity("e1", "Zoë Ångström", "person"),
        entity("e2", "Beta Works", "organization"), entity("e3", "東京モデル", "model"), entity("e4", "Lima", "place"),
        entity("e5", "Ida Brandt", "person")],
    edges: [
        edge("e1", "leads", "e0", claim("first", "Zoë Ångström, who leads Acme,", {qualifiers: {role: ["chief executive"]}})),
        edge("e0", "competes-with", "e2", claim("first", "Acme is said to rival Beta Works.", {modality: "reported"})),
        edge("e0", "releases", "e3", claim("first", "Acme said it had released it", {modality: "claimed", by: "Acme"})),
        edge("e0", "acquires", "e2", claim("first", "Acme bought Beta Works."), claim("second", "Acme never bought Beta Works.", {modality: "negated"})),
        edge("e2", "located-in", "e4", claim("second", "Beta Works of Lima")),
        edge("e5", "works-for", "e2", claim("second", "Ida Brandt of Beta Works")),
    ],
    documents: [{id: "first", title: "Acme grows", date: "2026-04-08", source: "https://news.example/acme"},
        {id: "second", title: "Beta Works denies it", date: "2026-05-02", source: "second.txt"}],
});

// Of a few hubs, and many that are related to few; 1.2 relations an entity.
export function large(entityCount) {
    const file = join(folder, "large.json"), out = openSync(file, "w");
    let seed = 7, pending = "";
    const random = (below) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor(seed / 4294967296 * below);
    };
    const write = (text) => {
        pending += text;
        if (pending.length > 1 << 20) flush();
    };
    const flush = () => {
        writeSync(out, pending);
        pending = "";
    };
    const types = ["organization", "person", "place", "product", "model", "event"];
    const relationTypes = ["acquires", "competes-with", "works-for", "located-in", "develops", "uses"];
    write('{"nodes":[');
    for (let i = 0; i < entityCount; ++i)
        write((i ? ",\n" : "") + JSON.stringify(entity(`e${i}`, `Entity ${i}`, types[i % types.length], i % 10 === 0 ? [`Alias ${i}`] : [])));
    write('],"edges":[');
    const edges = Math.floor(entityCount * 1.2), documents = 2000;
    const seen = new Set();
    for (let i = 0; i < edges;) {
        // The square of a number below 1 makes few of the ends very common.
        const head = Math.floor(random(entityCount) * random(entityCount) / entityCount * random(1000) / 1000);
        const tail = i < entityCount ? i : random(entityCount), type = relationTypes[random(relationTypes.length)];
        const key = `${head} ${type} ${tail}`;
        if (head === tail || seen.has(key)) { ++i; continue; }
        seen.add(key);
        write((seen.size > 1 ? ",\n" : "") + JSON.stringify(edge(`e${head}`, type, `e${tail}`,
            claim(`d${random(documents)}`, `Somebody wrote that Entity ${head} ${type} Entity ${tail}, and more than that.`,
                {modality: random(10) === 0 ? "reported" : "asserted"}))));
        ++i;
    }
    write('],"documents":[');
    for (let i = 0; i < documents; ++i)
        write((i ? ",\n" : "") + JSON.stringify({id: `d${i}`, title: `Article ${i}`, date: `2026-0${1 + i % 9}-1${i % 10}`, source: ""}));
    write("]}");
    flush();
    closeSync(out);
    return file;
}
