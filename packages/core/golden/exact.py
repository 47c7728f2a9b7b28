"""The exact results, by mpmath at high precision, and their distance from a float64 in units in the last place."""
import math

from mpmath import mp, mpf

mp.prec = 300


def ulp_exponent(exact):
    """The exponent of the unit in the last place of the float64 around `exact`."""
    if exact == 0:
        return -1074
    return max(mp.frexp(abs(exact))[1] - 53, -1074)


def nearest(exact):
    """`exact` rounded once to float64 (ties to even), subnormal numbers included."""
    exponent = ulp_exponent(exact)
    units = int(mp.nint(mp.ldexp(exact, -exponent)))
    try:
        return math.ldexp(units, exponent)
    except OverflowError:
        return math.copysign(math.inf, units)


def ulps(value, exact):
    """The distance of a float64 from the exact result, in units in the last place of the latter."""
    if math.isnan(value):
        return math.inf
    if math.isinf(value):
        return 0.0 if nearest(exact) == value else math.inf
    return float(mp.ldexp(abs(mpf(float(value)) - exact), -ulp_exponent(exact)))


def softplus(x):
    # Beyond ±10^4 the shorter form is exact to thousands of bits, and mpmath need not take huge exponentials.
    if abs(x) > 10000:
        return x if x > 0 else mp.exp(mpf(-10000))
    return mp.log1p(mp.exp(x))


SCALARS = {
    "sigmoid": lambda x: 1 / (1 + mp.exp(max(min(-x, mpf(10000)), mpf(-10000)))),
    "logSigmoid": lambda x: -softplus(-x),
    "softplus": softplus,
    "logit": lambda p: mp.log(p) - mp.log1p(-p),
}


def vector(values, temperature):
    """softmax, logSoftmax and logSumExp of a vector of float64."""
    z = [mpf(float(value)) / mpf(temperature) for value in values]
    top = max(range(len(z)), key=lambda i: z[i])
    # Below e^-10000 a term is zero in every result.
    terms = [mp.exp(max(value - z[top], mpf(-10000))) for value in z]
    rest = mp.fsum(term for i, term in enumerate(terms) if i != top)
    log = mp.log1p(rest)
    return {
        "softmax": [term / (1 + rest) for term in terms],
        "logSoftmax": [value - z[top] - log for value in z],
        "logSumExp": z[top] + log,
    }
