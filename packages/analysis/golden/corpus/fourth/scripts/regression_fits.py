import numpy as np
from scipy import stats

x = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
y = np.array([2.1, 3.9, 6.2, 7.8, 10.1])
slope, intercept = np.polyfit(x, y, 1)
fit = slope * x + intercept
resid = y - fit
r2 = 1 - (resid ** 2).sum() / ((y - y.mean()) ** 2).sum()
A = np.column_stack([x, np.ones_like(x)])
coef, res, rank, sv = np.linalg.lstsq(A, y, rcond=None)
normal = np.linalg.solve(A.T @ A, A.T @ y)
same = np.allclose(coef, normal)
r = np.corrcoef(x, y)[0, 1]
pr, pv = stats.pearsonr(x, y)
rho = stats.spearmanr(x, y)[0]
lr = stats.linregress(x, y)
lr_slope = lr.slope
lr_r = lr.rvalue
cov = np.cov(x, y)
slope_from_cov = cov[0, 1] / cov[0, 0]
rmse = np.sqrt(np.mean(resid ** 2))
mae = np.abs(resid).mean()
ridge = np.linalg.solve(A.T @ A + 0.1 * np.eye(2), A.T @ y)
quad = np.polyfit(x, x ** 2 + 1, 2).round(8)
p = np.poly1d([1, -2, 1])
at3 = p(3)
roots = np.roots([1, -3, 2])
pred6 = np.polyval([slope, intercept], 6.0)
z = (x - x.mean()) / x.std(ddof=1)
hist, edges = np.histogram(y, bins=3)
q1, q3 = np.percentile(y, [25, 75])
iqr = q3 - q1
interp = np.interp(2.5, x, y)
grad = np.gradient(y, x)
cum = np.cumsum(y) / np.arange(1, 6)
shifted = np.roll(y, 1)[1:]
autocorr = np.correlate(y - y.mean(), y - y.mean(), mode="full")[4]
conv = np.convolve(y, np.ones(3) / 3, mode="valid")
