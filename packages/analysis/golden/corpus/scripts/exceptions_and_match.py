import math

def safe_log(p):
    try:
        return math.log(p)
    except ValueError:
        return -math.inf

def describe(p):
    match p:
        case 0.0:
            return "impossible"
        case 1.0:
            return "certain"
        case x if x > 0.5:
            return "likely"
        case _:
            return "unlikely"

logs = [safe_log(p) for p in (1.0, 0.5, 0.0)]
words = [describe(p) for p in (0.0, 1.0, 0.7, 0.2)]
total = sum(v for v in logs if v > -math.inf)
