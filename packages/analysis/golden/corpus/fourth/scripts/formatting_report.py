import numpy as np
import torch

name = "model-v1"
acc = 0.93456
losses = [0.6931, 0.5123, 0.3999]
line1 = f"{name:<12}|{acc:>8.2%}|"
line2 = "Epoch {:02d}/{:02d} - loss: {:.4f}".format(3, 10, losses[-1])
line3 = "%s: %.3e (%d)" % (name, 0.000123, 42)
line4 = f"{acc=:.3f}"
line5 = f"{name!r} {len(losses)} {sum(losses) / len(losses):.4f}"
table = [("lr", 0.001), ("batch", 32), ("dropout", 0.5)]
width = max(len(k) for k, _ in table)
rows = [f"{k.ljust(width)} = {v!s:>6}" for k, v in table]
block = "\n".join(rows)
banner = f"{' RESULTS ':=^30}"
arr = np.array([0.1, 0.25, 0.65])
arr_text = f"probs: {arr}"
arr_repr = repr(arr)
mat_text = str(np.array([[1.5, -2.25], [100.0, 0.001]]))
int_text = str(np.arange(12).reshape(3, 4))
bool_text = str(np.array([True, False]))
t_text = str(torch.tensor([0.1, 0.25]))
t2_text = str(torch.tensor([[1, 2], [3, 4]]))
t3_text = f"{torch.tensor(0.5):.2f}"
t4_text = str(torch.tensor([1e-5, 1.0]))
t5_text = repr(torch.zeros(2, 2))
f32_text = str(np.float32(0.1))
f64_text = str(np.float64(1) / 3)
list_text = str([round(x, 2) for x in losses])
nested_text = str({"a": [1, (2, 3)], "b": None})
big = f"{1234567:,} {1e6:.1e} {0.1 + 0.2}"
sci = f"{1.5e-10} {1e16} {123456789.123}"
percent = ", ".join(f"{p:.1%}" for p in arr)
joined = " | ".join(map(str, [1, 2.0, "x", True]))
multi = """Summary
  acc: {a:.1f}
  n:   {n}""".format(a=acc * 100, n=3)
wide = str(np.linspace(0, 1, 11))
neg = str(np.array([-1e-3, 5.0]))
mixed = str(np.array([1e-10, 1e5]))
obj = str(np.array(["a", "bb"]))
long_ints = str(np.array([10 ** 9, 1]))
