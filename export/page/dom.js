"use strict";
// Elements and their text. What articles say enters the page only here: as text, never as markup.

const byId = (id) => document.getElementById(id);

// element("li", {class: "claim", click: open}, "text", another): functions listen, other values are attributes, and what
// is null, undefined or false is left out.
function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === "function") made.addEventListener(key, value);
        else if (value !== null && value !== undefined && value !== false)
            made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return made;
}

// A link where the address is one of the web, the plain text where it is anything else, such as "javascript:".
function sourceLink(text, address) {
    let url = null;
    try {
        url = new URL(address);
    } catch {
        // A path or nothing: not to be followed from here.
    }
    if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return element("span", {}, text);
    return element("a", {href: url.href, target: "_blank", rel: "noopener noreferrer"}, text);
}

// 1234567 -> "1,234,567"; a locale's own way would take longer to load than the page to draw.
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

const counted = (count, one, many = one + "s") => `${grouped(count)} ${count === 1 ? one : many}`;

// In place of what an element holds; what is null, undefined or false is left out.
const fill = (place, ...children) => place.replaceChildren(...children.flat().filter(Boolean));

// For a row of things that may be long: the first ones, and a button for as many more.
function shortList(items, make, most, listAttributes = {}) {
    const list = element("ul", listAttributes);
    let shown = 0;
    const more = element("button", {type: "button", class: "more", click: extend});
    function extend() {
        const next = items.slice(shown, shown + most);
        list.append(...next.map(make));
        shown += next.length;
        more.hidden = shown >= items.length;
        const left = items.length - shown;
        more.textContent = left <= most ? `${left} more` : `${most} more of ${grouped(left)}`;
    }
    extend();
    return [list, more];
}
