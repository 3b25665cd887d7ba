// Light and dark: as the reader's system has it, until the button is pressed.

const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");
let chosenTheme = null;
try {
    chosenTheme = localStorage.getItem("newsgraph-theme");
} catch {
    // No storage, no memory of the choice.
}

const isDark = () => chosenTheme === null ? systemIsDark.matches : chosenTheme === "dark";

function applyTheme() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    byId("theme").setAttribute("aria-pressed", String(isDark()));
}

function switchTheme() {
    chosenTheme = isDark() ? "light" : "dark";
    try {
        localStorage.setItem("newsgraph-theme", chosenTheme);
    } catch {
        // As above.
    }
    applyTheme();
}

// "#rrggbb" between two colours.
function mixed(a, b, share) {
    const part = (color, at) => parseInt(color.slice(1 + 2 * at, 3 + 2 * at), 16);
    return "#" + [0, 1, 2].map((at) => Math.round(part(a, at) * (1 - share) + part(b, at) * share)
        .toString(16).padStart(2, "0")).join("");
}

// Those of the canvas, which knows no CSS.
const inks = () => isDark()
    ? {ground: "#15181d", text: "#eceef1", line: "#818b99", weak: "#6d7684", denied: "#ff7b72", label: "#aab3bf",
       conflict: "#f0b429", accent: "#9db8ff", badge: "#2b313a"}
    : {ground: "#fbfbf9", text: "#20242a", line: "#6b7480", weak: "#8b93a0", denied: "#c62828", label: "#5b6470",
       conflict: "#e8a100", accent: "#3457d5", badge: "#ffffff"};

function typeColors(type) {
    const {fill, outline} = first.entityTypes[type];
    return isDark() ? {fill: mixed(outline, "#15181d", 0.62), outline: mixed(outline, fill, 0.45), text: "#f1f3f5"}
                    : {fill, outline, text: "#20242a"};
}
