from enum import Enum, IntEnum, auto
from fractions import Fraction


class Test(Enum):
    POSITIVE = "+"
    NEGATIVE = "-"


class Risk(IntEnum):
    LOW = auto()
    MEDIUM = auto()
    HIGH = auto()


SENSITIVITY, SPECIFICITY = Fraction(99, 100), Fraction(95, 100)
prior = Fraction(1, 100)


def update(prior, result):
    match result:
        case Test.POSITIVE:
            like, like_not = SENSITIVITY, 1 - SPECIFICITY
        case Test.NEGATIVE:
            like, like_not = 1 - SENSITIVITY, SPECIFICITY
        case _:
            raise ValueError(result)
    evidence = like * prior + like_not * (1 - prior)
    return like * prior / evidence


def risk_of(p):
    match p:
        case x if x < 0.1:
            return Risk.LOW
        case x if x < 0.5:
            return Risk.MEDIUM
        case _:
            return Risk.HIGH


after_one = update(prior, Test.POSITIVE)
after_two = update(after_one, Test.POSITIVE)
after_mixed = update(after_one, Test.NEGATIVE)
one = float(after_one)
one_text = str(after_one)
two = round(float(after_two), 6)
mixed = float(after_mixed)
numerator, denominator = after_one.numerator, after_one.denominator
risks = [risk_of(p).name for p in (one, two, mixed)]
highest = max(map(risk_of, (one, two, mixed)))
highest_value = highest.value
is_high = highest == 3 and highest is Risk.HIGH
symbols = [t.value for t in Test]
by_value = Test("-").name
members = list(Risk.__members__)

posterior = prior
trail = [float(posterior)]
for symbol in "++-+":
    posterior = update(posterior, Test(symbol))
    trail.append(round(float(posterior), 5))

try:
    update(prior, "unknown")
except ValueError as e:
    message = f"bad result: {e}"
finally:
    done = True

hypotheses = {"fair": 0.5, "two-headed": 1.0, "bent": 0.8}
belief = dict.fromkeys(hypotheses, 1 / 3)
for flip in "HHHT":
    weighted = {h: belief[h] * (pr if flip == "H" else 1 - pr) for h, pr in hypotheses.items()}
    z = sum(weighted.values())
    belief = {h: w / z for h, w in weighted.items()}
favourite = max(belief, key=lambda h: belief[h])
odds = [f"{h}: {b:.3f}" for h, b in belief.items()]
