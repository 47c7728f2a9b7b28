"""Runs expressions.txt through the real NumPy, SciPy and PyTorch and writes expressions.json: dtype, shape and values of each result.

    python3 packages/analysis/golden/corpus/expressions.py
"""
import json
import math
import pathlib
import sys
import warnings

import numpy as np
import scipy
import scipy.special as special
import scipy.stats
import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from describe import HERE, describe  # noqa: E402

warnings.simplefilter("ignore")
np.seterr(all="ignore")
SCOPE = {"np": np, "torch": torch, "F": F, "nn": nn, "scipy": scipy, "special": special, "math": math}


def main():
    rows = []
    for line in (HERE / "expressions.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            rows.append({"expression": line, **describe(eval(line, dict(SCOPE)))})
    text = "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"
    (HERE / "expressions.json").write_text(text)
    print(f"{len(rows)} expressions")


main()
