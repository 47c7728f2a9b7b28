"""
What Python's re module finds with patterns made at random, for packages/analysis/test/patterns.test.ts.

    python3 packages/analysis/golden/patterns.py [COUNT [SEED]] > packages/analysis/golden/patterns.json

Each case is [pattern, flags, text, matches], each match the spans of the whole and of its groups, null for a group that took no part:
https://docs.python.org/3/library/re.html#re.finditer
"""
import json
import random
import re
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 7)

LETTERS = "aabbcAB1_ -.\né"
ATOMS = ["a", "b", "c", "1", ".", r"\.", r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", "[ab]", "[^ab]", "[a-c1]", r"[\w.-]", r"[^\s]", "é", "A", "_", "-", " "]
PLACES = ["^", "$", r"\b", r"\B", r"\A", r"\Z"]
TIMES = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{,2}", "{2,}"]


def pattern(depth, groups):
    branches = []
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        branches.append("".join(piece(depth, groups) for _ in range(draw.randint(0 if depth else 1, 3))))
    return "|".join(branches)


def piece(depth, groups):
    kind = draw.random()
    if kind < 0.12:
        return draw.choice(PLACES)
    if kind < 0.42 and depth < 3:
        opening = draw.choice(["(", "(", "(?:", "(?P<g%d>" % (groups[0] + 1), "(?=", "(?!", "(?i:"])
        if opening == "(" or opening.startswith("(?P"):
            groups[0] += 1
        looks = opening in ("(?=", "(?!")
        return opening + pattern(depth + 1, groups) + ")" + ("" if looks else times())
    if kind < 0.47 and groups[0] > 0:
        return "\\%d" % draw.randint(1, groups[0])
    if kind < 0.51:
        return draw.choice(["(?<=a)", "(?<!b)", "(?<=ab)", "(?<![ab]c)"])
    return draw.choice(ATOMS) + times()


def times():
    return draw.choice(TIMES) if draw.random() < 0.4 else ""


cases = []
while len(cases) < count:
    source = pattern(0, [0])
    flags = draw.choice([0, 0, 0, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.IGNORECASE | re.MULTILINE])
    text = "".join(draw.choice(LETTERS) for _ in range(draw.randint(0, 14)))
    try:
        found = list(re.compile(source, flags).finditer(text))
    except re.error:
        continue
    spans = [[list(m.span(i)) if m.start(i) >= 0 else None for i in range(m.re.groups + 1)] for m in found]
    # Most cases should find something.
    if not spans and draw.random() < 0.7:
        continue
    cases.append([source, int(flags), text, spans])

print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
