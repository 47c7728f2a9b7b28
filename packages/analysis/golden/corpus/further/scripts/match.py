def describe(shape):
    match shape:
        case {"type": "circle", "r": r}:
            return round(3.14159 * r * r, 2)
        case ["rect", w, h]:
            return w * h
        case (x, y, *rest) if rest:
            return len(rest)
        case int() | float():
            return shape * 2
        case str(s):
            return s.upper()
        case None:
            return "none"
        case _:
            return "other"

a = describe({"type": "circle", "r": 2, "extra": 1})
b = describe(["rect", 3, 4])
c = describe((1, 2, 3, 4))
d = describe(2.5)
e = describe("hi")
f = describe(None)
g = describe(set())

class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"y axis at {y}"
        case Point(x, y) if x == y:
            return "diagonal"
        case Point():
            return "somewhere"

w = [where(p) for p in (Point(0, 0), Point(0, 3), Point(2, 2), Point(1, 2))]
command = "go north"
match command.split():
    case ["go", direction]:
        result = direction
    case ["quit"]:
        result = None
