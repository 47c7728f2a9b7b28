from fractions import Fraction
from decimal import Decimal, getcontext
import math

a = 7 // -2
b = -7 % 5
c = round(0.5), round(1.5), round(2.5)
d = round(2.675, 2)
e = 0.1 + 0.2
f = 1e308 * 10
g = float("nan")
h = g == g
i = int(3.99), int(-3.99), math.floor(-3.5)
j = 10 ** 18 * 10 ** 18
k = j % 97
l = 1 / 3
m = 3 * Fraction(1, 3)
n = Fraction(1, 3) + Fraction(1, 6)
n_float = float(n)
n_str = str(n)
o = Decimal("0.1") + Decimal("0.2")
o_str = str(o)
p = (3 + 4j) * (1 - 2j)
p_abs = abs(3 + 4j)
q = 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, 256 >> 2
r = bin(10), hex(255), oct(8)
s = divmod(-7, 3)
t = math.isclose(0.1 * 3, 0.3)
u = sum([0.1] * 10) == 1.0
v = math.fsum([0.1] * 10) == 1.0
w = abs(-5), pow(2, 10), pow(3, 4, 5)
x = min(3, 1, 2), max([1, 5, 2])
y = True + True, int(True), bool(0.0)
z = 1_000_000 // 7
aa = float("1e-3") * 1000
bb = (2).bit_length(), (255).bit_length()
cc = complex(3, 4).imag
dd = math.sqrt(16) == 4
ee = 5 / 2, 5 // 2, -5 // 2, 5.0 // 2
ff = 2 ** 3 ** 2
gg = -2 ** 2
hh = not True == False
ii = 1 if [] else 2
jj = 0.1 * 3
kk = 1e-320
ll = math.ulp(1.0)
mm = math.nextafter(1.0, 2.0)
nn_ = math.exp(709)
oo = -0.0
pp = str(oo)
