import textwrap
import torch
import numpy as np
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

np.set_printoptions(precision=2)
torch.set_printoptions(precision=3, sci_mode=False)
classes = ["airplane", "automobile", "bird"]
probs = torch.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)
header = f"{'class':<12}{'prob':>8}"
rule = "-" * len(header)
rows = [f"{c:<12}{p.item():>8.4f}" for c, p in zip(classes, probs)]
table = "\n".join([header, rule, *rows])
bars = [f"{c[:4]:<4} {'#' * int(round(p * 20))}" for c, p in zip(classes, probs.tolist())]
tensor_text = str(probs)
matrix_text = str(torch.tensor([[1.5, 2.25], [3.125, 4.0]]))
array_text = str(np.array([0.123456, 0.9]))
repr_text = repr(np.array([[0.123456, 0.9], [1.0, 2.0]]))
int_text = str(torch.arange(4))
bool_text = str(torch.tensor([True, False]))
percent = f"{probs.max().item():.1%}"
sci = f"{1e-4:.1e}"
sign = f"{0.5:+.2f} {-0.5:+.2f}"
padded = f"{7:03d} {7:>3} {7:<3}|"
nested = f"{3.14159:{8}.{3}f}"
old = "epoch %02d/%d loss=%.4f acc=%5.2f%%" % (3, 10, 0.43219, 91.5)
fmt = "{0:>10} {1:.3f} {0!r}".format("ok", 0.5)
kv = " ".join(f"{k}={v}" for k, v in {"lr": 0.1, "bs": 32}.items())
wrapped = textwrap.fill("logits are raw scores and probabilities sum to one", 20)
dedented = textwrap.dedent("""
    loss
      0.5
""").strip()
elapsed = str(timedelta(seconds=3725))
secs = timedelta(minutes=2, seconds=5).total_seconds()
money = Decimal("19.99") * 3
half_up = Decimal("0.125").quantize(Decimal("0.01"))
third = Fraction(1, 3)
exact = third * 3 == 1
mixed = float(third) + 0.5
approx = Fraction(0.1).limit_denominator(10)
dec_text = str(Decimal(1) / Decimal(3))
eta = f"{int(secs // 60):02d}:{int(secs % 60):02d}"
debug = f"{secs=:.1f}"
multi = ("a"
         "b")
thousands = f"{1234567:,}"
hexed = f"{255:#x} {5:b} {255:02X}"
np_scalar = f"{np.float32(0.3333333)} {np.float64(1) / 3} {np.int64(3)}"
shape_text = f"{tuple(probs.shape)} {probs.shape} {probs.dtype}"
