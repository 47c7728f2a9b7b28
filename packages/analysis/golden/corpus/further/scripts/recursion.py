def fact(n):
    return 1 if n == 0 else n * fact(n - 1)

def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)

def permutations(xs):
    if not xs:
        return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in permutations(xs[:i] + xs[i + 1:])]

def flatten(x):
    return [y for item in x for y in (flatten(item) if isinstance(item, list) else [item])]

def binary_search(xs, target):
    lo, hi = 0, len(xs) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if xs[mid] == target:
            return mid
        if xs[mid] < target:
            lo = mid + 1
        else:
            hi = mid - 1
    return -1

def quicksort(xs):
    if len(xs) <= 1:
        return xs
    pivot, *rest = xs
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])

def edit_distance(a, b):
    dp = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        dp[i][0] = i
    for j in range(len(b) + 1):
        dp[0][j] = j
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            dp[i][j] = min(dp[i - 1][j] + 1, dp[i][j - 1] + 1, dp[i - 1][j - 1] + cost)
    return dp[-1][-1]

f = fact(20)
g = gcd(1071, 462)
p = permutations([1, 2, 3])
fl = flatten([1, [2, [3, [4]]]])
bs = binary_search([1, 3, 5, 7, 9], 7)
qs = quicksort([3, 6, 1, 8, 2])
ed = edit_distance("kitten", "sitting")
primes = [n for n in range(2, 30) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
hanoi = (lambda f: f(f, 5))(lambda f, n: 0 if n == 0 else 2 * f(f, n - 1) + 1)
collatz = [6]
while collatz[-1] != 1:
    x = collatz[-1]
    collatz.append(x // 2 if x % 2 == 0 else 3 * x + 1)
