// A reader's ways through a page.

import assert from "node:assert/strict";
import {after, afterEach, test} from "node:test";

import {closeBrowser, closePages, open, view} from "./browser.mjs";
import {small} from "./graphs.mjs";

const {file} = view(small(), "--title", "Acme and others");
afterEach(closePages);
after(closeBrowser);

test("the page opens with a picture of all that a small graph holds", async () => {
    const page = await open(file);
    assert.equal(await page.page.title(), "Acme and others");
    assert.deepEqual(await page.names(), ["Acme", "Beta Works", "Ida Brandt", "Lima", "Zoë Ångström", "東京モデル"].sort());
    assert.equal((await page.relations()).length, 6);
    assert.ok(await page.colorsOnCanvas() > 10, "something is drawn");
    assert.match(await page.page.locator("#status").textContent(), /All 6 entities are shown/);
    await page.screenshot("small-light");
    await page.close();
});

test("no two names of the first picture cover each other", async () => {
    const page = await open(file);
    const overlaps = await page.page.evaluate(() => {
        const boxes = picture.nodes().map((node) => node.boundingBox({includeOverlays: false}));
        return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)).length;
    });
    assert.equal(overlaps, 0);
    await page.close();
});

test("search suggests by any name, without regard to accents, and shows the one chosen", async () => {
    const page = await open(file);
    await page.search("angst");
    assert.deepEqual(await page.suggestions(), ["Zoë Ångström"]);
    await page.page.keyboard.press("Enter");
    assert.equal(await page.panel().locator("h2").textContent(), "Zoë Ångström");
    await page.search("acme corp");
    assert.deepEqual(await page.suggestions(), ["Acme Acme Corporation"]);
    await page.page.keyboard.press("Escape");
    await page.search("nobody");
    assert.match(await page.page.locator("#suggestions").textContent(), /No entity has such a name/);
    await page.close();
});

test("a click on an entity shows its claims by relation, with words, stance, source and date", async () => {
    const page = await open(file);
    await page.clickEntity("Acme");
    const panel = page.panel();
    assert.equal(await panel.locator("h2").textContent(), "Acme");
    assert.match(await panel.textContent(), /also Acme Corporation/);
    const groups = await panel.locator(".group h3").allTextContents();
    assert.deepEqual(groups.map((text) => text.replace(/[^a-z-]/g, "")).sort(), ["acquires", "competes-with", "leads", "releases"]);
    assert.match(await panel.textContent(), /“Acme said it had released it”/);
    assert.match(await panel.textContent(), /claimed by Acme/);
    const source = panel.locator("cite a").first();
    assert.equal(await source.getAttribute("href"), "https://news.example/acme");
    assert.equal(await source.getAttribute("rel"), "noopener noreferrer");
    assert.equal(await panel.locator("cite time").first().textContent(), "2026-04-08");
    assert.equal(await panel.locator("cite a", {hasText: "Beta Works denies it"}).count(), 0, "a path is no link");
    await page.screenshot("entity");
    await page.close();
});

test("a click on a relation shows its claims", async () => {
    const page = await open(file);
    await page.clickRelation("Acme releases 東京モデル");
    assert.match(await page.panel().locator("h2").textContent(), /Acme.*releases.*東京モデル/s);
    assert.equal(await page.panel().locator("blockquote").count(), 1);
    await page.close();
});

test("what contradicts is shown as such: in the picture, of the relation, and all of it", async () => {
    const page = await open(file);
    assert.equal(await page.page.evaluate(() => picture.edges("[conflict = 1]").length), 1);
    await page.page.locator("#show-conflicts").click();
    assert.equal(await page.panel().locator(".conflict").count(), 1);
    assert.match(await page.panel().locator(".conflict h4").textContent(), /Acme acquires Beta Works/);
    assert.equal(await page.panel().locator(".conflict section").count(), 2);
    await page.screenshot("contradiction");
    await page.panel().getByText("Show in the graph").click();
    assert.match(await page.panel().locator("h2").textContent(), /Acme.*acquires.*Beta Works/s);
    assert.match(await page.panel().textContent(), /“Acme never bought Beta Works.”/);
    await page.close();
});

test("filters by entity, relation, modality, article and date leave out what they say", async () => {
    const page = await open(file);
    const filters = page.page.locator("#filters");
    const all = await page.relations();
    const without = async (...left) => assert.deepEqual(await page.relations(), all.filter((one) => !left.includes(one)));
    await page.page.keyboard.press("f");
    await filters.getByRole("button", {name: "place"}).click();
    await without("Beta Works located-in Lima");
    assert.ok(!(await page.names()).includes("Lima"));
    await filters.getByRole("button", {name: "place"}).click();
    await filters.getByLabel("leads").uncheck();
    await without("Zoë Ångström leads Acme");
    await filters.getByRole("button", {name: "Clear"}).click();
    await without();
    await filters.getByLabel("reported", {exact: true}).uncheck();
    await without("Acme competes-with Beta Works");
    await filters.getByRole("button", {name: "Clear"}).click();
    await filters.getByLabel("Beta Works denies it").check();
    assert.deepEqual(await page.relations(), ["Acme acquires Beta Works", "Beta Works located-in Lima", "Ida Brandt works-for Beta Works"]);
    await page.clickRelation("Acme acquires Beta Works");
    assert.match(await page.panel().textContent(), /denied/);
    assert.match(await page.panel().textContent(), /1 claim left out by the filters/);
    await filters.getByRole("button", {name: "Clear"}).click();
    await filters.getByLabel("from", {exact: true}).fill("2026-05-01");
    assert.equal((await page.relations()).length, 3);
    await filters.getByLabel("to", {exact: true}).fill("2026-05-01");
    assert.deepEqual(await page.relations(), []);
    assert.ok(await page.page.locator("#empty").isVisible());
    await filters.getByRole("button", {name: "Clear"}).click();
    await filters.getByLabel("Only what is contradicted").check();
    assert.deepEqual(await page.relations(), ["Acme acquires Beta Works"]);
    assert.match(await page.page.locator("#status").textContent(), /The filters leave 1 of 6 relations/);
    await page.screenshot("filters");
    await page.close();
});

test("neighbours come with a double click and go again; only one's surroundings can be seen", async () => {
    const {file: cut} = view(small(), "--entities", "2");
    const page = await open(cut);
    assert.deepEqual(await page.names(), ["Acme", "Beta Works"]);
    assert.match(await page.page.locator("#status").textContent(), /2 of 6 entities are shown/);
    await page.expandByDoubleClick("Acme", 4);
    assert.deepEqual(await page.names(), ["Acme", "Beta Works", "Zoë Ångström", "東京モデル"].sort());
    assert.equal(await page.page.locator("#expand").textContent(), "All neighbours shown");
    await page.page.locator("#collapse").click();
    assert.deepEqual(await page.names(), ["Acme"]);
    await page.page.keyboard.press("Home");
    assert.deepEqual(await page.names(), ["Acme", "Beta Works"]);
    await page.search("Lima");
    await page.page.keyboard.press("Enter");
    await page.page.locator("#only").click();
    assert.deepEqual(await page.names(), ["Beta Works", "Lima"]);
    await page.close();
});

test("a copied link shows the same view again", async () => {
    const page = await open(file);
    await page.page.keyboard.press("f");
    await page.page.locator("#filters").getByLabel("leads").uncheck();
    await page.clickEntity("Beta Works");
    await page.page.locator("#only").click();
    await page.page.locator("#copy-link").click();
    const link = await page.page.evaluate(() => navigator.clipboard.readText());
    const names = await page.names(), relations = await page.relations();
    await page.close();

    const again = await open(file, {hash: link.slice(link.indexOf("#"))});
    assert.deepEqual(await again.names(), names);
    assert.deepEqual(await again.relations(), relations);
    assert.equal(await again.panel().locator("h2").textContent(), "Beta Works");
    await again.close();

    const other = await open(file, {hash: "#pick=e1&graph=another"});
    assert.match(await other.page.locator("#notice").textContent(), /another version of this graph/);
    await other.close();
    const damaged = await open(file, {hash: "#show=99999.x.-1&pick=r99999&since=x&graph=" + new URLSearchParams(link.split("#")[1]).get("graph")});
    assert.equal((await damaged.names()).length, 6);
    await damaged.close();
});

test("all can be done by keyboard", async () => {
    const page = await open(file);
    const keys = page.page.keyboard;
    await page.page.locator("#graph").focus();
    await keys.press("ArrowRight");
    const start = await page.panel().locator("h2").textContent();
    const seen = new Set([start]);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp"]) {
        await keys.press(key);
        seen.add(await page.panel().locator("h2").textContent());
    }
    assert.ok(seen.size >= 3, `arrows went to ${[...seen]}`);
    await keys.press("Enter");
    assert.equal(await page.page.evaluate(() => document.activeElement.id), "panel");
    await keys.press("Escape");
    assert.equal(await page.panel().locator("h2").textContent(), "In this graph");
    await keys.press("c");
    assert.equal(await page.panel().locator("h2").textContent(), "Contradictions");
    await keys.press("?");
    assert.ok(await page.page.locator("#help").isVisible());
    await keys.press("Escape");
    await keys.press("f");
    assert.ok(await page.page.locator("#filters").isVisible());
    await keys.press("Escape");
    assert.ok(!await page.page.locator("#filters").isVisible());
    await page.close();
});

test("everything that can be used has a name and a role", async () => {
    const page = await open(file);
    await page.clickEntity("Acme");
    await page.page.keyboard.press("f");
    const nameless = await page.page.evaluate(() => [...document.querySelectorAll("button, input, [role]")]
        .filter((one) => one.getClientRects().length > 0)
        .filter((one) => !(one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.[0]?.textContent.trim() || one.placeholder ||
            one.getAttribute("aria-live"))).map((one) => one.outerHTML));
    assert.deepEqual(nameless, []);
    for (const role of ["search", "combobox", "application", "complementary"])
        assert.ok(await page.page.getByRole(role).count() > 0, role);
    await page.close();
});

test("it is dark where the system is, and the button's choice stays", async () => {
    const page = await open(file, {colorScheme: "dark"});
    const ground = () => page.page.evaluate(() => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector("#stage")).backgroundColor);
    const dark = await ground();
    await page.clickEntity("Acme");
    await page.screenshot("small-dark");
    await page.page.keyboard.press("t");
    assert.notEqual(await ground(), dark);
    await page.page.reload();
    await page.page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    assert.equal(await page.page.evaluate(() => document.documentElement.dataset.theme), "light");
    await page.close();
});

test("on a phone nothing is wider than the screen, and names can be read", async () => {
    const page = await open(file, {width: 390, height: 844, hasTouch: true, isMobile: true, deviceScaleFactor: 2});
    const isNarrow = () => page.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    assert.ok(await isNarrow());
    const letters = await page.page.evaluate(() => Math.min(...picture.nodes().map((node) => node.data("size") * picture.zoom())));
    assert.ok(letters >= 7, `letters are ${letters} pixels high`);
    await page.screenshot("small-phone");
    await page.clickEntity("Acme");
    assert.ok(await isNarrow());
    assert.ok(await page.panel().isVisible());
    await page.screenshot("small-phone-entity");
    await page.close();
});

test("a page made with filters holds what passes, also where that is nothing", async () => {
    const page = await open(view(small(), "--type", "leads").file);
    assert.equal((await page.relations()).length, 1);
    await page.search("beta");
    assert.deepEqual(await page.suggestions(), []);
    await page.page.keyboard.press("Escape");
    await page.search("acme corp");
    assert.deepEqual(await page.suggestions(), ["Acme Acme Corporation"]);
    await page.close();
    const empty = await open(view(small(), "--since", "2100").file);
    assert.match(await empty.page.locator("#status").textContent(), /There are no entities/);
    assert.ok(await empty.page.locator("#empty").isVisible());
    await empty.close();
});
