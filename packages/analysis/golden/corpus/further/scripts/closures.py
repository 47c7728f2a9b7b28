import functools

def make_counter():
    count = 0
    def inc(step=1):
        nonlocal count
        count += step
        return count
    return inc

counter = make_counter()
c1 = counter()
c2 = counter(5)
other = make_counter()
c3 = other()

total = 0
def add(x):
    global total
    total += x

for i in range(4):
    add(i)
t = total

fs = [lambda: i for i in range(3)]
late = [f() for f in fs]
bound = [lambda i=i: i for i in range(3)]
early = [f() for f in bound]

def memo(f):
    cache = {}
    @functools.wraps(f)
    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper

@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

f30 = fib(30)
name = fib.__name__
size = len(fib.cache)

@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n <= 1 else ways(n - 1) + ways(n - 2)

w = ways(20)

def compose(*fns):
    return functools.reduce(lambda f, g: lambda x: f(g(x)), fns)

h = compose(lambda x: x + 1, lambda x: x * 2, abs)(-5)

def kw(a, /, b, *, c=3, **rest):
    return a, b, c, sorted(rest)

k = kw(1, b=2, d=4, e=5)

def varargs(*args, sep="-"):
    return sep.join(map(str, args))

s = varargs(1, 2, 3, sep="+")
opts = {"sep": ":"}
s2 = varargs(*[1, 2], **opts)

def default_trap(x, acc=[]):
    acc.append(x)
    return acc

default_trap(1)
trap = default_trap(2)

def repeat(n):
    def deco(f):
        def inner(*a, **k):
            return [f(*a, **k) for _ in range(n)]
        return inner
    return deco

@repeat(2)
def hello(name):
    return f"hi {name}"

greet = hello("bo")
power = functools.partial(pow, exp=2)
sq = power(5)
