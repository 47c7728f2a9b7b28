import numpy as np

lst = list(range(10))
lst[2:5] = []
a = lst[:]
lst[::2] = [0] * len(lst[::2])
b = lst[:]
first, *middle, last = [1, 2, 3, 4]
(x, y), z = (1, 2), 3
x, y = y, x
m = [[1, 2, 3], [4, 5, 6]]
cols = [list(c) for c in zip(*m)]
flat = [v for row in m for v in row]
rev = m[::-1]
head, tail = m[0], m[1:]
arr = np.arange(12).reshape(3, 4)
arr[1] = 0
arr[:, -1] = [9, 9, 9]
arr[arr == 0] = -1
sub = arr[1:, 1:3]
diag = arr[[0, 1, 2], [0, 1, 2]]
arr[0, 0] += 5
corner = arr[0, 0]
neg = arr[-1, ::-1]
mask = (arr > 2) & (arr < 9)
picked = arr[mask]
cnt = mask.sum()
n = arr[np.newaxis].shape
s = "hello world"
w = s[6:] + " " + s[:5]
c = s[-5:-1]
e = s[::3]
while (k := len(lst)) > 3:
    lst.pop()
walrus = k
total = 0
for i in range(10):
    if i % 2:
        continue
    if i > 6:
        break
    total += i
else:
    total = -1
found = None
for cand in [3, 5, 8]:
    if cand % 2 == 0:
        found = cand
        break
else:
    found = "none"
i = j = 5
i += 1
u, v = divmod(17, 5)
swap = (lambda a, b: (b, a))(1, 2)
