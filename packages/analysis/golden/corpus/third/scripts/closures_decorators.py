import functools
import math


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def scaled(factor):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            return factor * fn(*args, **kwargs)
        return wrapper
    return decorate


def logged(fn):
    calls = []

    def inner(*args):
        calls.append(args)
        return fn(*args)

    inner.calls = calls
    return inner


@scaled(2)
def sigmoid(x):
    """The logistic function."""
    return 1 / (1 + math.exp(-x))


@logged
def add(a, b):
    return a + b


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


c = counter()
one = c()
three = c(2)
doubled = sigmoid(0)
name = sigmoid.__name__
s = add(1, 2)
n_calls = len(add.calls)
f30 = fib(30)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
pipeline = compose(lambda x: x + 1, lambda x: x * 10)
piped = pipeline(4)
power = functools.partial(pow, exp=2) if False else functools.partial(lambda b, e: b ** e, e=3)
cube = power(2)
adders = [lambda x, k=k: x + k for k in range(3)]
added = [f(10) for f in adders]
late = [f() for f in [lambda: i for i in range(3)]]


class Temperature:
    def __init__(self, t):
        self.t = t

    def __call__(self, logits):
        return [x / self.t for x in logits]


half = Temperature(2.0)([2.0, 1.0])


def kwargs_only(a, /, b=2, *rest, c=3, **more):
    return a, b, rest, c, more


args = kwargs_only(1, 5, 6, 7, c=9, z=0)


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


f20 = fact(20)
