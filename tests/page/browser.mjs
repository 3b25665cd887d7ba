// A page of newsgraph view in headless Chromium, with an eye on all that must not happen there.

import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";

const [program, packages, chromium, screenshots] = process.argv.slice(2);
const notRun = 77;  // for CTest: skipped

function skip(what) {
    console.log(`skipped: ${what}; ./run test installs what these tests need`);
    process.exit(notRun);
}

if (!program || !packages || !chromium || !screenshots) {
    console.error("usage: node TEST.mjs PROGRAM PACKAGES CHROMIUM SCREENSHOTS");
    process.exit(2);
}
if (!existsSync(chromium)) skip(`there is no Chromium at ${chromium}`);
if (!existsSync(join(packages, "node_modules/playwright-core"))) skip(`playwright-core is not in ${packages}`);

const {chromium: launcher} = createRequire(join(resolve(packages), "package.json"))("playwright-core");
mkdirSync(screenshots, {recursive: true});

export const folder = mkdtempSync(join(tmpdir(), "newsgraph-page-"));
process.on("exit", () => rmSync(folder, {recursive: true, force: true}));

const browser = await launcher.launch({executablePath: chromium, args: ["--no-sandbox", "--force-color-profile=srgb"]});
export const closeBrowser = () => browser.close();

const patience = 120000;  // milliseconds, for machines that have other things to do
const opened = new Set();

// What a failed test left open.
export const closePages = async () => {
    for (const context of opened) await context.close();
    opened.clear();
};

// Runs newsgraph view on a file; returns the page's file, its size in bytes, and the seconds that it took.
export function view(graph, ...options) {
    const file = join(folder, `page-${view.count = (view.count ?? 0) + 1}.html`);
    const began = process.hrtime.bigint();
    execFileSync(program, ["-q", "view", graph, "-o", file, ...options], {stdio: ["ignore", "inherit", "inherit"]});
    return {file, bytes: statSync(file).size, seconds: Number(process.hrtime.bigint() - began) / 1e9};
}

// Opens a page. Whatever goes wrong in it fails `expectPeace`: errors, dialogs, anything that the policy refused, any
// request but for the file itself.
export async function open(file, {hash = "", width = 1440, height = 900, ...more} = {}) {
    const context = await browser.newContext({viewport: {width, height}, permissions: ["clipboard-read", "clipboard-write"], ...more});
    opened.add(context);
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const troubles = [];
    const address = pathToFileURL(file).href;
    page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
    page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
    });
    page.on("dialog", (dialog) => {
        troubles.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    page.on("request", (request) => {
        if (request.url().split("#")[0] !== address && !request.url().startsWith("data:")) troubles.push(`request: ${request.url()}`);
    });
    await page.addInitScript(() => {
        window.refused = [];
        document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective + " " + event.blockedURI));
    });
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable", {timeDomain: "threadTicks"});
    await page.goto(address + hash);
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined &&
        document.documentElement.dataset.firstPicture !== undefined);
    const reader = new ReaderPage(page, troubles, devtools);
    reader.processorToOpen = Math.round(await reader.processorTime());
    return reader;
}

// What a reader does and sees.
export class ReaderPage {
    constructor(page, troubles, devtools) {
        this.page = page;
        this.devtools = devtools;
        this.troubles = troubles;
    }

    async expectPeace() {
        assert.deepEqual(await this.page.evaluate(() => window.refused), []);
        assert.deepEqual(this.troubles, []);
    }

    async close() {
        await this.expectPeace();
        opened.delete(this.page.context());
        await this.page.context().close();
    }

    // Milliseconds after which the first picture stood, and of processor time that the page had needed when it was read to
    // its end.
    async firstPicture() {
        return {wall: await this.page.evaluate(() => Number(document.documentElement.dataset.firstPicture)), processor: this.processorToOpen};
    }

    // Milliseconds of processor time that the page has needed so far.
    async processorTime() {
        const {metrics} = await this.devtools.send("Performance.getMetrics");
        return 1000 * metrics.find((metric) => metric.name === "ThreadTime").value;
    }

    // How long the page takes for some work.
    async timed(work) {
        const before = await this.processorTime();
        const wall = await this.page.evaluate(`(() => { const began = performance.now(); ${work}; return performance.now() - began; })()`);
        return {wall: Math.round(wall), processor: Math.round(await this.processorTime() - before)};
    }

    // The names in the picture.
    async names() {
        return (await this.page.evaluate(() => shown.entities.map(nameOf))).sort();
    }

    relations() {
        return this.page.evaluate(() => picture.edges().map((edge) => sentenceOf(edge.data("number"))).sort());
    }

    // Once nothing moves any more.
    async settled() {
        await this.page.waitForFunction(() => !picture.animated());
        await this.page.waitForTimeout(60);
    }

    async clickEntity(name) {
        await this.settled();
        const at = await this.page.evaluate((wanted) => {
            const node = picture.nodes().filter((one) => nameOf(one.data("number")) === wanted)[0];
            const stage = document.getElementById("graph").getBoundingClientRect(), point = node.renderedPosition();
            return {x: stage.x + point.x, y: stage.y + point.y};
        }, name);
        await this.page.mouse.click(at.x, at.y);
        return at;
    }

    // A double click is one only if its halves come soon after each other: tried again where the machine was slow.
    async expandByDoubleClick(name, count) {
        for (let i = 0; i < 10 && (await this.names()).length < count; ++i) {
            const at = await this.clickEntity(name);
            await this.page.mouse.dblclick(at.x, at.y);
            await this.page.waitForTimeout(300);
        }
    }

    async clickRelation(sentence) {
        await this.settled();
        const at = await this.page.evaluate((wanted) => {
            const edge = picture.edges().filter((one) => sentenceOf(one.data("number")) === wanted)[0];
            const stage = document.getElementById("graph").getBoundingClientRect(), point = edge.renderedMidpoint();
            return {x: stage.x + point.x, y: stage.y + point.y};
        }, sentence);
        await this.page.mouse.click(at.x, at.y);
    }

    panel() {
        return this.page.locator("#panel");
    }

    async search(words) {
        await this.page.keyboard.press("/");
        await this.page.keyboard.type(words);
    }

    suggestions() {
        return this.page.locator("#suggestions [role=option] .found").allTextContents();
    }

    // How many different colours there are in the canvas: an empty one has one.
    async colorsOnCanvas() {
        return this.page.evaluate(() => {
            const canvas = document.querySelector("#graph canvas[data-id='layer2-node']");
            const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            const colors = new Set();
            for (let i = 0; i < data.length; i += 4) colors.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
            return colors.size;
        });
    }

    screenshot(name) {
        return this.page.screenshot({path: join(screenshots, `${name}.png`)});
    }
}
