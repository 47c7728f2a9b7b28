def safe_div(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return float("inf")
    finally:
        log.append((a, b))

log = []
r1 = safe_div(1, 2)
r2 = safe_div(1, 0)

try:
    value = int("abc")
except ValueError:
    value = -1

try:
    item = {"a": 1}["b"]
except (KeyError, IndexError) as e:
    item = "missing"
else:
    item = "found"

class MyError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code

def risky(x):
    if x > 2:
        raise MyError(x)
    return x

try:
    risky(5)
    code = 0
except MyError as err:
    code = err.code
    message = str(err)

results = []
for x in (1, 2, 3):
    try:
        results.append(risky(x))
    except MyError:
        results.append(None)
    else:
        results.append("ok")

def parse(s):
    try:
        return float(s)
    except ValueError:
        return None

parsed = [parse(s) for s in ["1.5", "x", "2"]]
n_log = len(log)

class Ctx:
    def __init__(self):
        self.events = []

    def __enter__(self):
        self.events.append("enter")
        return self

    def __exit__(self, *exc):
        self.events.append("exit")
        return False

with Ctx() as c:
    c.events.append("body")
events = c.events

class Suppress:
    def __enter__(self):
        return 42

    def __exit__(self, kind, value, tb):
        return kind is not None

reached = []
with Suppress() as answer:
    reached.append(answer)
    raise RuntimeError("no")
after = reached
try:
    raise ValueError("bad")
except Exception as e:
    kind = type(e).__name__
    args = e.args
assert_ok = True
try:
    assert 1 == 2, "nope"
except AssertionError as e:
    assert_ok = str(e)
last = None
try:
    try:
        [][0]
    except IndexError as inner:
        raise RuntimeError("outer") from inner
except RuntimeError as outer:
    last = str(outer)
