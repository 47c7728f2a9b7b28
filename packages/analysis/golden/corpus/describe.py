"""How the golden files write a value down: plain JSON, with the strings NaN, Infinity and -Infinity for what JSON lacks."""
import contextlib
import math
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent


@contextlib.contextmanager
def default_printing():
    """How a script asks arrays to be printed ends with it."""
    with np.printoptions():
        yield
    torch.set_printoptions(profile="default")


def number(x):
    """JSON has no NaN and no infinities; float64 keeps its 17 digits."""
    if isinstance(x, bool) or x is None or isinstance(x, str):
        return x
    if isinstance(x, int):
        return x if abs(x) < 2**53 else str(x)
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return x


def nested(x):
    if isinstance(x, (np.ndarray, np.generic, torch.Tensor)):
        return nested(x.tolist())
    if isinstance(x, dict):
        return {str(k): nested(v) for k, v in x.items()}
    return [nested(y) for y in x] if isinstance(x, (list, tuple)) else number(x)


def describe(value):
    """{ library, dtype, shape, values } of an array, { python, values } of anything else."""
    if isinstance(value, torch.Tensor):
        dtype = str(value.dtype).removeprefix("torch.")
        return {"library": "torch", "dtype": dtype, "shape": list(value.shape), "values": nested(value.double().tolist() if value.is_floating_point() else value.tolist())}
    if isinstance(value, (np.ndarray, np.generic)):
        return {"library": "numpy", "dtype": str(value.dtype), "shape": list(value.shape), "values": nested(value.astype(np.float64).tolist() if value.dtype.kind == "f" else value.tolist())}
    if isinstance(value, torch.Size):
        value = tuple(value)
    return {"python": type(value).__name__, "values": nested(value)}


def describable(value):
    """Numbers, strings, arrays, and collections of these."""
    if isinstance(value, dict):
        return all(describable(v) for v in value.values())
    if isinstance(value, (list, tuple)):
        return all(describable(v) for v in value)
    if isinstance(value, (np.ndarray, np.generic)):
        return value.dtype.kind in "biufU"
    if isinstance(value, torch.Tensor):
        return not value.is_complex()
    return value is None or isinstance(value, (bool, int, float, str))
