// Where boxes stand: as export/page_layout.cpp does it for the first screen, for what the reader calls up.

const edgeLength = 120, widening = 1.5, gapX = 26, gapY = 26, pieceGap = 60;
const goldenAngle = 2.399963229728653;

// Boxes are {width, height}, edges pairs of places in `boxes`; returns points {x, y}.
function layoutBoxes(boxes, edges, aspect = 1.35) {
    const neighbors = boxes.map(() => []);
    for (const [from, to] of edges) {
        if (from === to) continue;
        neighbors[from].push(to);
        neighbors[to].push(from);
    }
    const pieces = piecesOf(neighbors).map((piece) => placedPiece(piece, neighbors, boxes, aspect));
    const rowWidth = bestRowWidth(pieces, aspect);
    const points = boxes.map(() => null);
    let x = 0, y = 0, rowHeight = 0;
    for (const piece of pieces) {
        if (x > 0 && x + piece.width > rowWidth) {
            x = 0;
            y += rowHeight + pieceGap;
            rowHeight = 0;
        }
        piece.members.forEach((box, i) => {
            points[box] = {x: Math.round(x + piece.points[i].x), y: Math.round(y + piece.points[i].y)};
        });
        x += piece.width + pieceGap;
        rowHeight = Math.max(rowHeight, piece.height);
    }
    return points;
}

// The width of rows with which the pieces fill a picture of that aspect best: as the first ones side by side have it.
function bestRowWidth(pieces, aspect) {
    let best = 0, least = Infinity, candidate = 0;
    for (const last of pieces) {
        candidate += last.width + (candidate > 0 ? pieceGap : 0);
        let x = 0, width = 0, height = 0, rowHeight = 0;
        for (const piece of pieces) {
            if (x > 0 && x + piece.width > candidate + 0.5) {
                height += rowHeight + pieceGap;
                x = rowHeight = 0;
            }
            x += piece.width + pieceGap;
            width = Math.max(width, x - pieceGap);
            rowHeight = Math.max(rowHeight, piece.height);
        }
        const size = Math.max(width / aspect, height + rowHeight);
        if (size < least) {
            least = size;
            best = candidate + 0.5;
        }
    }
    return best;
}

function piecesOf(neighbors) {
    const seen = new Set(), pieces = [];
    neighbors.forEach((_, start) => {
        if (seen.has(start)) return;
        const piece = [start];
        seen.add(start);
        for (let at = 0; at < piece.length; ++at) {
            for (const next of neighbors[piece[at]]) {
                if (seen.has(next)) continue;
                seen.add(next);
                piece.push(next);
            }
        }
        pieces.push(piece);
    });
    return pieces.sort((a, b) => b.length - a.length);
}

function placedPiece(members, neighbors, boxes, aspect) {
    const distance = distancesIn(members, neighbors);
    const points = scaledPoints(distance, members.length);
    majorize(points, distance);
    const widen = aspect < 1 ? 1 : widening;  // a narrow screen has no room for width
    for (const point of points) {
        point.x *= edgeLength * widen;
        point.y *= edgeLength;
    }
    const own = members.map((member) => boxes[member]);
    partBoxes(points, own);
    const low = {x: Infinity, y: Infinity}, high = {x: -Infinity, y: -Infinity};
    points.forEach((point, i) => {
        low.x = Math.min(low.x, point.x - own[i].width / 2);
        low.y = Math.min(low.y, point.y - own[i].height / 2);
        high.x = Math.max(high.x, point.x + own[i].width / 2);
        high.y = Math.max(high.y, point.y + own[i].height / 2);
    });
    for (const point of points) {
        point.x -= low.x;
        point.y -= low.y;
    }
    return {members, points, width: high.x - low.x, height: high.y - low.y};
}

function distancesIn(members, neighbors) {
    const n = members.length, place = new Map(members.map((member, i) => [member, i]));
    const all = new Float64Array(n * n).fill(-1);
    for (let start = 0; start < n; ++start) {
        const row = all.subarray(start * n, (start + 1) * n), queue = [start];
        row[start] = 0;
        for (let at = 0; at < queue.length; ++at) {
            for (const next of neighbors[members[queue[at]]]) {
                if (row[place.get(next)] >= 0) continue;
                row[place.get(next)] = row[queue[at]] + 1;
                queue.push(place.get(next));
            }
        }
    }
    return all;
}

const product = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

// Classical scaling, by power iteration.
function scaledPoints(distance, n) {
    const squares = distance.map((value) => value * value);
    const mean = Array.from({length: n}, (_, i) => squares.subarray(i * n, (i + 1) * n).reduce((a, b) => a + b, 0) / n);
    const all = mean.reduce((a, b) => a + b, 0) / n;
    const points = mean.map(() => ({x: 0, y: 0})), axes = [];
    for (let axis = 0; axis < 2; ++axis) {
        let v = mean.map((_, i) => Math.cos(goldenAngle * i + axis)), length = 1;
        for (let round = 0; round < 60; ++round) {
            for (const other of axes) {
                const along = product(v, other);
                v = v.map((value, i) => value - along * other[i]);
            }
            const next = v.map((_, i) => {
                let sum = 0;
                for (let j = 0; j < n; ++j) sum -= (squares[i * n + j] - mean[i] - mean[j] + all) / 2 * v[j];
                return sum;
            });
            length = Math.sqrt(product(next, next));
            if (length < 1e-9) break;
            v = next.map((value) => value / length);
        }
        points.forEach((point, i) => point[axis === 0 ? "x" : "y"] = v[i] * Math.sqrt(length));
        axes.push(v);
    }
    points.forEach((point, i) => {
        point.x += 0.1 * Math.cos(goldenAngle * i);
        point.y += 0.1 * Math.sin(goldenAngle * i);
    });
    return points;
}

// Stress majorization: each goes where the others want it on average, the near ones with more weight.
function majorize(points, distance) {
    const n = points.length, rounds = n > 150 ? 40 : 150;
    for (let round = 0; round < rounds; ++round) {
        for (let i = 0; i < n; ++i) {
            let x = 0, y = 0, weights = 0;
            for (let j = 0; j < n; ++j) {
                if (i === j) continue;
                const wanted = distance[i * n + j], weight = 1 / (wanted * wanted);
                const dx = points[i].x - points[j].x, dy = points[i].y - points[j].y;
                const scale = wanted / Math.max(Math.hypot(dx, dy), 1e-6);
                x += weight * (points[j].x + dx * scale);
                y += weight * (points[j].y + dy * scale);
                weights += weight;
            }
            if (weights > 0) points[i] = {x: x / weights, y: y / weights};
        }
    }
}

// Pushes boxes that overlap apart, each pair in the direction that takes less.
function partBoxes(points, boxes) {
    for (let round = 0; round < 400; ++round) {
        let isMoved = false;
        for (let i = 0; i < points.length; ++i) {
            for (let j = i + 1; j < points.length; ++j) {
                const dx = points[j].x - points[i].x, dy = points[j].y - points[i].y;
                const overX = (boxes[i].width + boxes[j].width) / 2 + gapX - Math.abs(dx);
                const overY = (boxes[i].height + boxes[j].height) / 2 + gapY - Math.abs(dy);
                if (overX <= 0.5 || overY <= 0.5) continue;
                isMoved = true;
                const push = overX < overY ? {x: (dx < 0 ? -overX : overX) / 2, y: 0}
                                           : {x: 0, y: (dy < 0 ? -overY : overY) / 2};
                points[i].x -= push.x;
                points[i].y -= push.y;
                points[j].x += push.x;
                points[j].y += push.y;
            }
        }
        if (!isMoved) break;
    }
}

// Points for `count` newcomers around `center`: on ellipses, away from where the others are.
function pointsAround(center, count, others) {
    const away = others.reduce((sum, other) => ({x: sum.x + center.x - other.x, y: sum.y + center.y - other.y}),
                               {x: 0, y: 0});
    const isFree = others.length < 3;
    const direction = Math.atan2(away.y, away.x), points = [];
    for (let done = 0, ring = 1; done < count; ++ring) {
        const inRing = Math.min(count - done, 8 * ring), spread = isFree ? 2 * Math.PI : Math.PI * 1.1;
        for (let i = 0; i < inRing; ++i) {
            const angle = direction + (isFree ? spread * i / inRing : spread * ((i + 0.5) / inRing - 0.5));
            points.push({x: center.x + 210 * ring * Math.cos(angle), y: center.y + 130 * ring * Math.sin(angle)});
        }
        done += inRing;
    }
    return points;
}
