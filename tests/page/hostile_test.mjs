// Text from articles never runs, and is shown as it is.

import assert from "node:assert/strict";
import {after, afterEach, test} from "node:test";

import {closeBrowser, closePages, open, view} from "./browser.mjs";
import {claim, save} from "./graphs.mjs";

afterEach(closePages);
after(closeBrowser);

const texts = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]><img src=x onerror=alert(2)>",
    "javascript:alert(3)",
    "line\u2028separators\u2029here",
    "<b>bold</b> & <i>italic</i> &lt;kept&gt;",
    "\"quotes\" 'and' `more` ${alert(4)}",
    "back\\slash \\u003c/script\\u003e",
    "{{script}} {{policy}}",
    "__proto__",
    "right \u202Eto left\u202C שלום",
    "\u0000\u0001 controls \u007F",
    "<svg onload=alert(5)>",
    "😀 👩‍👩‍👧",
    "{\"json\": [1]}",
    "",
];

const graph = {
    nodes: texts.map((text, i) => ({id: `e${i}`, label: text, type: text, aliases: [`${text}!`], mentions: 1})),
    edges: texts.map((text, i) => {
        const said = claim(`d${i}`, text, {by: text, qualifiers: {[text]: [text]}});
        return {source: `e${i}`, target: `e${(i + 1) % texts.length}`, type: text, open: false, inferred: false,
                modality: "asserted", attributed_to: text, qualifiers: {[text]: [text]}, claims: [said]};
    }),
    documents: texts.map((text, i) => ({id: `d${i}`, title: text, date: "2026-04-08", source: text})),
};

test("hostile text is text wherever it stands, and no script of it runs", async () => {
    const {file} = view(save("hostile", graph), "--title", texts.join(" ").replaceAll("\u0000", ""));
    const page = await open(file);
    assert.deepEqual(await page.page.evaluate(() => columns.names), texts);
    assert.deepEqual(await page.page.evaluate(() => columns.names.map((_, e) => aliasesOf(e)[0])), texts.map((text) => `${text}!`));
    assert.deepEqual(await page.page.evaluate(() => columns.heads.map((_, c) => wordsOf(c).text)), texts);
    assert.deepEqual(await page.page.evaluate(() => columns.heads.map((_, c) => wordsOf(c).by)), texts);
    assert.deepEqual(await page.page.evaluate(() => first.entityTypes.map((type) => type.name)), texts);
    assert.deepEqual(await page.page.evaluate(() => first.relationTypes.map((type) => type.name)), texts);
    assert.deepEqual(await page.page.evaluate(() => columns.documents.map((document) => document[3])), texts);
    assert.equal(await page.page.evaluate(() => document.scripts.length),
        await page.page.evaluate(() => document.querySelectorAll("script[type='application/json']").length) + 2);

    for (let entity = 0; entity < texts.length; ++entity) {
        await page.page.evaluate((id) => pick({kind: "entity", id}), entity);
        assert.equal(await page.panel().locator("h2").evaluate((heading) => heading.textContent), texts[entity]);
        const quotes = await page.panel().locator("blockquote").evaluateAll((all) => all.map((quote) => quote.textContent));
        assert.ok(quotes.includes(`“${texts[entity]}”`), texts[entity]);
        assert.equal(await page.panel().locator("a, img, svg, b, script").count(), 0, "no markup comes of it, and no link");
        await page.page.evaluate((id) => pick({kind: "relation", id}), entity);
    }
    await page.page.keyboard.press("f");
    assert.equal(await page.page.locator("#filters img, #filters svg, #filters script").count(), 0);
    await page.search("<");
    assert.ok((await page.suggestions()).length > 3);
    await page.screenshot("hostile");
    await page.close();
});

test("only addresses of the web are links", async () => {
    const sources = ["https://news.example/a?b=c&d", "http://news.example", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd", " javascript:alert(1)", "JAVASCRIPT:alert(1)", "vbscript:x", "news/acme.txt", "//news.example"];
    const linked = {
        nodes: [0, 1].map((i) => ({id: `e${i}`, label: `Entity ${i}`, type: "person", aliases: [], mentions: 1})),
        edges: [{source: "e0", target: "e1", type: "knows", open: false, inferred: false, modality: "asserted", attributed_to: null,
                 qualifiers: {}, claims: sources.map((_, i) => claim(`d${i}`, "They know each other"))}],
        documents: sources.map((source, i) => ({id: `d${i}`, title: `Article ${i}`, date: "", source})),
    };
    const page = await open(view(save("linked", linked)).file);
    await page.page.evaluate(() => pick({kind: "relation", id: 0}));
    const links = await page.panel().locator("a").evaluateAll((all) => all.map((link) => link.href));
    assert.deepEqual(links, ["https://news.example/a?b=c&d", "http://news.example/"]);
    await page.close();
});

test("the policy lets no other script or style in, even if it got into the page", async () => {
    const page = await open(view(save("hostile", graph)).file);
    const stopped = [];
    page.page.on("requestfailed", (request) => stopped.push(`${request.url()} ${request.failure().errorText}`));
    const refused = await page.page.evaluate(async () => {
        window.ran = false;
        const script = document.createElement("script");
        try { script.textContent = "window.ran = true"; } catch { /* Trusted Types refuse it already. */ }
        document.body.append(script);
        const picture = new Image();
        picture.src = "https://news.example/pixel.png";
        let isMarkupRefused = false;
        try { document.body.innerHTML += "<p>"; } catch { isMarkupRefused = true; }
        // From a timer: what Playwright itself evaluates is allowed to.
        const isCodeRefused = await new Promise((done) => setTimeout(() => {
            try { done(Function("return 1")() !== 1); } catch { done(true); }
        }, 100));
        return {ran: window.ran, isMarkupRefused, isCodeRefused, refused: window.refused.length};
    });
    assert.deepEqual({...refused, refused: refused.refused > 0}, {ran: false, isMarkupRefused: true, isCodeRefused: true, refused: true});
    assert.deepEqual(stopped, ["https://news.example/pixel.png csp"]);
});
