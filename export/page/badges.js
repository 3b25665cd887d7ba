// A small number on each entity that has neighbours out of the picture.

const badgeCanvas = byId("badges");
let badges = new Map();  // of entities, how many

function countBadges() {
    const inPicture = new Set(shown.entities);
    badges = new Map();
    for (const entity of shown.entities) {
        const hidden = new Set();
        for (const relation of relationsOf(entity)) {
            const other = otherEnd(relation, entity);
            if (passes(relation) && !inPicture.has(other)) hidden.add(other);
        }
        if (hidden.size > 0) badges.set(entity, hidden.size);
    }
    drawBadges();
}

function drawBadges() {
    const stage = byId("stage"), ratio = window.devicePixelRatio || 1, zoom = picture.zoom();
    const width = stage.clientWidth, height = stage.clientHeight;
    if (badgeCanvas.width !== Math.round(width * ratio) || badgeCanvas.height !== Math.round(height * ratio)) {
        badgeCanvas.width = Math.round(width * ratio);
        badgeCanvas.height = Math.round(height * ratio);
    }
    const pen = badgeCanvas.getContext("2d"), ink = inks();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    if (zoom < 0.5) return;  // not to be read
    const size = Math.min(Math.max(10.5 * zoom, 7.5), 13);
    pen.font = `600 ${size}px ${canvasFont}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    for (const [entity, count] of badges) {
        const node = picture.getElementById(`e${entity}`);
        if (node.empty()) continue;
        const at = node.renderedPosition();
        const text = "+" + (count > 999 ? Math.floor(count / 1000) + "k" : count);
        const wide = pen.measureText(text).width + size * 0.8, high = size * 1.45;
        const x = at.x + node.renderedWidth() / 2 - size * 0.2, y = at.y - node.renderedHeight() / 2 + size * 0.1;
        if (x < -50 || y < -50 || x > width + 50 || y > height + 50) continue;
        pen.globalAlpha = node.hasClass("faded") ? 0.25 : 1;
        pen.beginPath();
        pen.roundRect(x - wide / 2, y - high / 2, wide, high, high / 2);
        pen.fillStyle = ink.badge;
        pen.fill();
        pen.lineWidth = 1;
        pen.strokeStyle = node.data("outline");
        pen.stroke();
        pen.fillStyle = isDark() ? ink.text : node.data("outline");
        pen.fillText(text, x, y + size * 0.04);
    }
    pen.globalAlpha = 1;
}
