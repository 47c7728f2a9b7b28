name, score, n = "model", 0.98765, 12345
a = f"{name:>10}|{name:<10}|{name:^10}|"
b = f"{score:.2%} {score:.3f} {score:e} {score:g}"
c = f"{n:,} {n:08d} {n:x} {n:b} {n:+d}"
d = "%-10s|%5.1f|%03d" % (name, score * 100, 7)
e = "{:>{w}.{p}f}".format(score, w=10, p=2)
f = "{0}-{1}-{0}".format("a", "b")
g = f"{name!r} {score!s}"
h = f"{n=} {score=:.2f}"
i = " | ".join(f"{k}: {v:.1f}" for k, v in {"a": 1, "b": 2.25}.items())
j = f"{'yes' if score > 0.5 else 'no'}"
k = f"{[round(x, 1) for x in (0.11, 0.25)]}"
l = f"{{literal}} {n}"
m = f"{1e-7} {1e22} {1/3} {100.0} {2**0.5}"
width = 12
o = f"{name:*^{width}}"
p = f"{score:{width}.3f}"
q = "\t".join(map(str, [1, 2.0, None, True]))
r = "abc"[::-1].upper().center(9, "-")
s = "{:.3f}".format(2 / 3) + " " + str(round(2 / 3, 2))
t = "epoch %d/%d loss=%.4f acc=%.1f%%" % (1, 10, 0.12345, 98.76)
u = f"{'loss':<8}{0.5:>8.3f}"
v = "=" * 10
w = f"""multi
line {n}"""
x = f"{score:.0f} {2.5:.0f} {-0.4:.0f}"
y = repr([1.0, 'x', (2,), {'k': None}])
z = f"{3.0} {3} {3.10}"
aa = f"{-1.5:+.2f} {1.5:+.2f} {0.0:+.1f}"
bb = f"{123456789.0} {1234567890123456789.0} {0.0001} {0.00001}"
cc = "{:10.4}|{:<10.4}|".format(3.14159265, "abcdefgh")
dd = f"{True:d} {True} {None}"
ee = 'a' 'b' "c"
