// The picture of a page that the documentation shows: picture.mjs PROGRAM PACKAGES CHROMIUM FOLDER

import {execFileSync} from "node:child_process";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

import {closeBrowser, folder, open, view} from "./browser.mjs";

const articles = fileURLToPath(new URL("../../data/articles/harbour-story", import.meta.url));
const store = join(folder, "news.ng");
execFileSync(process.argv[2], ["-q", "add", store, articles]);
const page = await open(view(store, "--title", "Harbour story").file, {width: 1360, height: 800});
await page.page.evaluate(() => visitEntity(findEntities("Tidewatch")[0]));
await page.page.evaluate(() => notify(""));
await page.settled();
await page.screenshot("page");
await page.close();
await closeBrowser();
