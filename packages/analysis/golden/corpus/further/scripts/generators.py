def countdown(n):
    while n > 0:
        yield n
        n -= 1

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

def batches(data, size):
    for i in range(0, len(data), size):
        yield data[i:i + size]

def chain(*its):
    for it in its:
        yield from it

def take(n, it):
    out = []
    for x in it:
        if len(out) == n:
            break
        out.append(x)
    return out

down = list(countdown(4))
first_fib = take(8, fib())
chunks = [sum(b) for b in batches([1, 2, 3, 4, 5], 2)]
joined = list(chain("ab", [1, 2]))
gen = countdown(3)
a = next(gen)
b = next(gen)
rest = list(gen)
default = next(gen, "done")
squares = (x * x for x in range(5))
total = sum(squares)
again = sum(squares)
it = iter([1, 2, 3])
pairs = list(zip(it, it))
evens = [x for x in countdown(10) if not x % 2]
lookup = dict(enumerate(countdown(3)))
m = map(str, [1, 2])
first = next(m)
remaining = list(m)
