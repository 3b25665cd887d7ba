// The picture of a page that the documentation shows: picture.mjs PROGRAM PACKAGES CHROMIUM FOLDER

import {fileURLToPath} from "node:url";

import {closeBrowser, open, view} from "./browser.mjs";

const articles = fileURLToPath(new URL("../../data/articles/harbour-story", import.meta.url));
const page = await open(view(articles, "--title", "Harbour story").file, {width: 1360, height: 800});
await page.page.evaluate(() => visitEntity(findEntities("Tidewatch")[0]));
await page.page.evaluate(() => notify(""));
await page.settled();
await page.screenshot("page");
await page.close();
await closeBrowser();
