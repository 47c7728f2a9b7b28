import math
import statistics
from decimal import Decimal, ROUND_HALF_UP
from fractions import Fraction

import numpy as np
from scipy import stats

scores = [72, 85, 90, 66, 85]
mean = statistics.mean(scores)
median = statistics.median(scores)
mode = statistics.mode(scores)
sd = statistics.stdev(scores)
pvar = statistics.pvariance(scores)
quart = statistics.quantiles(scores, n=4)
hm = statistics.harmonic_mean([40, 60])
gm = round(statistics.geometric_mean([1, 2, 4]), 6)
se = sd / math.sqrt(len(scores))
ci = (mean - 1.96 * se, mean + 1.96 * se)
z = [(x - mean) / sd for x in scores]
norm = statistics.NormalDist(0, 1)
cdf = round(norm.cdf(1.0), 6)
half = Fraction(1, 2) + Fraction(1, 3)
as_float = float(half)
frac = str(half)
price = Decimal("19.995").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
price_text = str(price)
tot = Decimal("0.1") * 3 == Decimal("0.3")
binom = sum(math.comb(10, k) * 0.5 ** 10 for k in range(8, 11))
scipy_binom = stats.binom.sf(7, 10, 0.5)
poisson = math.exp(-3) * 3 ** 2 / math.factorial(2)
expected = sum(x * p for x, p in {1: 0.5, 2: 0.3, 3: 0.2}.items())
variance = sum((x - expected) ** 2 * p for x, p in {1: 0.5, 2: 0.3, 3: 0.2}.items())
prior, sens, spec = 0.01, 0.95, 0.9
posterior = sens * prior / (sens * prior + (1 - spec) * (1 - prior))
chi2 = sum((o - e) ** 2 / e for o, e in zip([18, 22], [20, 20]))
t = (np.mean(scores) - 75) / (np.std(scores, ddof=1) / np.sqrt(5))
cov = np.cov([1, 2, 3], [2, 4, 7])[0, 1]
rho = stats.spearmanr([1, 2, 3, 4], [1, 3, 2, 4]).correlation
outliers = [x for x in scores if abs(x - mean) > 1.5 * sd]
ent = stats.entropy([0.5, 0.3, 0.2], base=2)
root = (-3 + math.sqrt(9 + 16)) / 4
cplx = (1 + 1j) ** 2
mag = abs(cplx)
isq = math.isqrt(17)
