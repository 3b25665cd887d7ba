"""The best tree with exactly one root, by Chu-Liu and Edmonds; the program does the same in trees.cpp."""


def cycle_of(heads):
    """Words of a cycle, or nothing. heads[0] is not looked at."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at):]
        for i in path:
            state[i] = 2
    return None


def arborescence(scores):
    """scores[i][j]: word i under head j; square, row 0 unused. Returns the heads."""
    n = len(scores)
    heads = [0] * n
    for i in range(1, n):
        heads[i] = max((j for j in range(n) if j != i), key=lambda j: scores[i][j])
    cycle = cycle_of(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [i for i in range(n) if i not in inside]
    place = {w: k for k, w in enumerate(outside)}
    c = len(outside)
    small = [[-1e18] * (c + 1) for _ in range(c + 1)]
    enter, leave = {}, {}
    for i in outside:
        for j in outside:
            if i != j:
                small[place[i]][place[j]] = scores[i][j]
        best = max(cycle, key=lambda j: scores[i][j])
        leave[i] = best
        small[place[i]][c] = scores[i][best]
    total = sum(scores[i][heads[i]] for i in cycle)
    for j in outside:
        best = max(cycle, key=lambda i: scores[i][j] - scores[i][heads[i]])
        enter[j] = best
        small[c][place[j]] = scores[best][j] - scores[best][heads[best]] + total
    contracted = arborescence(small)
    for i in outside:
        if i != 0:
            head = contracted[place[i]]
            heads[i] = leave[i] if head == c else outside[head]
    head = outside[contracted[c]]
    heads[enter[head]] = head
    return heads


def best_tree(scores):
    """scores: array of words x (root and words). Returns for each word its head, 0 for the root."""
    n = scores.shape[0]
    greedy = scores.copy()
    for i in range(n):
        greedy[i, i + 1] = -1e9
    heads = [0] + [int(j) for j in greedy.argmax(1)]
    if heads.count(0) - 1 == 1 and cycle_of(heads) is None:
        return heads[1:]
    # So costly a root is taken once.
    square = [[-1e12] * (n + 1)] + [list(map(float, row)) for row in greedy]
    for row in square:
        row[0] -= 1e6
    return arborescence(square)[1:]
