"""Golden values for n-d arrays, activations and losses, from NumPy, SciPy, PyTorch and mpmath.

Run:  python3 arrays.py > arrays.json      (NumPy 1.24, SciPy 1.10, PyTorch 1.13, mpmath 1.3)

Every case is {"op", "args", "expected"}; an array {"dtype", "shape", "data"} is written once, in "arrays", and named by {"array": place};
["grid", ...shape] holds ((i * 7919) mod 1009) / 1009 - 0.25, which both sides compute; what JSON lacks is a string.
"""

import itertools
import json
import math
import sys

import mpmath
import numpy as np
import scipy.special
import scipy.stats
import torch
import torch.nn.functional as F

mpmath.mp.dps = 60
cases = []
arrays = {}


def number(x):
    x = float(x)
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return int(x) if x.is_integer() and abs(x) < 2**53 and math.copysign(1, x) > 0 else x


def intern(dtype, shape, data):
    text = json.dumps({"dtype": dtype, "shape": list(shape), "data": [number(x) for x in data]})
    return {"array": arrays.setdefault(text, len(arrays))}


def encode(value):
    if isinstance(value, torch.Tensor):
        dtype = str(value.dtype).replace("torch.", "")
        return intern(dtype, value.shape, value.double().flatten().tolist())
    if isinstance(value, (np.ndarray, np.generic)):
        value = np.asarray(value)
        dtype = str(value.dtype)
        return intern(dtype, value.shape, value.astype(np.float64).flatten())
    if isinstance(value, (list, tuple)):
        return [encode(x) for x in value]
    if isinstance(value, dict):
        return {k: encode(v) for k, v in value.items()}
    if isinstance(value, float):
        return number(value)
    return value


def case(op, args, expected):
    cases.append({"op": op, "args": encode(args), "expected": encode(expected)})


def grid(*shape):
    n = math.prod(shape)
    return np.array([((i * 7919) % 1009) / 1009 - 0.25 for i in range(n)], dtype=np.float64).reshape(shape)


# Rounding: NumPy rounds float64 to float16 at once; PyTorch goes through float32, so its inputs are float32 here.
samples = [
    0.1,
    -0.1,
    1 / 3,
    2049.0,
    2050.0,
    2051.0,
    65504.0,
    65519.99,
    65520.0,
    -65520.0,
    1e5,
    5.9e-8,
    2.98e-8,
    2.99e-8,
    6.1e-5,
    6.09e-5,
    1e-9,
    float("inf"),
    float("nan"),
    3.3895e38,
    3.3961e38,
    1e-40,
    4.6e-41,
    4.5e-41,
    1e-45,
    257.0,
    258.0,
    259.0,
    0.30078125 + 2**-11,
]
x64 = np.array(samples)
with np.errstate(over="ignore"):
    case("cast", [x64, "float16"], x64.astype(np.float16))
    x32 = x64.astype(np.float32)
case("cast", [x32, "bfloat16"], torch.tensor(x32).bfloat16())
for source, target in itertools.product(
    ["int64", "int32", "uint8", "bool"], ["uint8", "int8", "int16", "int32", "bool", "float16"]
):
    whole = np.array([0, 1, 127, 128, 255, 256, 300, -1, -129, 32768, 70000, -2147483648, 2147483647, 4294967297, 2049]).astype(
        source
    )
    with np.errstate(over="ignore"):
        case("cast", [whole, target], whole.astype(target))
fractions = np.array([0.0, -0.5, 0.99, -1.0, -1.99, 3.7, 200.5, 300.0, -200.0])
for target in ["uint8", "int8", "int16", "int32", "int64", "bool"]:
    case("cast", [fractions, target], torch.tensor(fractions).to(getattr(torch, target)))

# Sums in NumPy's own order.
for n in [0, 1, 3, 7, 8, 9, 20, 128, 129, 300]:
    case("sum", [["grid", n], {}], grid(n).sum())
for axis, keepdims in [
    (None, False),
    (0, False),
    (1, True),
    (2, False),
    (-1, True),
    ((0, 1), False),
    ((0, 2), True),
    ((1, 2), False),
    ((0, 1, 2), True),
]:
    a = grid(3, 11, 9)
    options = {
        k: v for k, v in {"axis": list(axis) if isinstance(axis, tuple) else axis, "keepdims": keepdims}.items() if v is not None
    }
    for op, f in [
        ("sum", np.sum),
        ("mean", np.mean),
        ("variance", np.var),
        ("standardDeviation", np.std),
        ("max", np.max),
        ("min", np.min),
        ("prod", np.prod),
    ]:
        case(op, [["grid", 3, 11, 9], options], f(a, axis=axis, keepdims=keepdims))
for axis in [0, 1]:
    case("variance", [["grid", 5, 7], {"axis": axis, "correction": 1}], np.var(grid(5, 7), axis=axis, ddof=1))
    case("cumsum", [["grid", 5, 7], axis], np.cumsum(grid(5, 7), axis=axis))
    case("cumprod", [["grid", 5, 7], axis], np.cumprod(grid(5, 7), axis=axis))
for dtype in [np.float32, np.float16]:
    a = grid(4, 5).astype(dtype)
    case("sum", [a, {"axis": 1}], np.sum(a.astype(np.float64), axis=1).astype(dtype))
    case("mean", [a, {"axis": 0}], np.mean(a.astype(np.float64), axis=0).astype(dtype))
flags = np.array([[True, False, True], [False, False, True]])
for axis in [0, 1]:
    case("any", [flags, {"axis": axis}], flags.any(axis=axis))
    case("all", [flags, {"axis": axis}], flags.all(axis=axis))
    case("sum", [flags, {"axis": axis}], flags.sum(axis=axis))
    case("mean", [flags, {"axis": axis}], flags.mean(axis=axis))
ties = np.array([[3.0, 1.0, 3.0, 2.0], [np.nan, 5.0, 1.0, 5.0], [-0.0, 0.0, -np.inf, np.inf]])
for axis in [None, 0, 1]:
    options = {} if axis is None else {"axis": axis}
    case("argmax", [ties, options], np.argmax(ties, axis=axis))
    case("argmin", [ties, options], np.argmin(ties, axis=axis))
    case("max", [ties, options], np.max(ties, axis=axis))
for axis in [0, 1]:
    case("argsort", [ties, {"axis": axis}], np.argsort(ties, axis=axis, kind="stable"))
    case("sort", [ties, {"axis": axis}], np.sort(ties, axis=axis))
    case(
        "sort",
        [ties, {"axis": axis, "descending": True}],
        torch.sort(torch.tensor(ties), dim=axis, descending=True, stable=True).values,
    )
    case(
        "argsort",
        [ties, {"axis": axis, "descending": True}],
        torch.sort(torch.tensor(ties), dim=axis, descending=True, stable=True).indices,
    )
for p in [0, 1, 2, 3, float("inf"), float("-inf")]:
    case("norm", [["grid", 3, 4], {"axis": 1, "order": p}], np.linalg.norm(grid(3, 4), ord=p, axis=1))

# Shapes, selection, linear algebra.
a = np.arange(24, dtype=np.int64).reshape(2, 3, 4)
for order in [(2, 0, 1), (1, 0, 2), (0, 1, 2), (-1, 0, 1)]:
    case("permute", [a, list(order)], a.transpose(order))
case("transpose", [a], a.T)
case("moveAxis", [a, 0, -1], np.moveaxis(a, 0, -1))
case("swapAxes", [a, 0, 2], np.swapaxes(a, 0, 2))
case("reshape", [a, [4, -1]], a.reshape(4, -1))
case("broadcastTo", [a[:, :1], [5, 2, 3, 4]], np.broadcast_to(a[:, :1], (5, 2, 3, 4)))
for axis in [0, 1, 2]:
    case("concatenate", [[a, a], axis], np.concatenate([a, a], axis))
    case("stack", [[a, a + 1], axis], np.stack([a, a + 1], axis))
    case("roll", [a, 5, axis], np.roll(a, 5, axis))
    case("flip", [a, axis], np.flip(a, axis))
    case("repeat", [a, 2, axis], np.repeat(a, 2, axis))
    case("take", [a, [0, 1, -1], axis], np.take(a, [0, 1, -1], axis))
case("take", [a, np.array([[0, 2], [1, 1]]), 1], np.take(a, np.array([[0, 2], [1, 1]]), 1))
case("tile", [a, [2, 1, 1, 3]], np.tile(a, (2, 1, 1, 3)))
case("tile", [a, [2]], np.tile(a, 2))
for start, stop, step in itertools.product([None, 0, 1, -2, 9, -9], [None, 0, 2, -1, 9, -9], [None, 1, 2, -1, -3]):
    item = {k: v for k, v in {"start": start, "stop": stop, "step": step}.items() if v is not None}
    case("index", [np.arange(5), [item]], np.arange(5)[start:stop:step])
case("index", [a, [1, {"start": 1}, -1]], a[1, 1:, -1])
case("index", [a, ["ellipsis", 0]], a[..., 0])
case("index", [a, [0, "newaxis", "ellipsis", {"step": -1}]], a[0, None, ..., ::-1])
case("mask", [a, np.array([[True, False, True], [False, False, True]])], a[np.array([[True, False, True], [False, False, True]])])
case("indexArrays", [a, [np.array([0, 1]), np.array([[2], [0]])]], a[np.array([0, 1]), np.array([[2], [0]])])
case("nonzero", [a % 3], np.argwhere(a % 3))
case("unique", [np.array([3.0, 1.0, 3.0, 2.0, 1.0])], np.unique(np.array([3.0, 1.0, 3.0, 2.0, 1.0])))
pick = torch.tensor([[0, 2, 1], [3, 0, 0]])
t = torch.arange(8.0).reshape(2, 4)
case("gather", [t, pick, 1], torch.gather(t, 1, pick))
case("scatter", [t, pick, torch.full((2, 3), -1.0), 1], t.scatter(1, pick, torch.full((2, 3), -1.0)))
case("scatter", [t, pick, torch.ones(2, 3), 1, True], t.scatter_add(1, pick, torch.ones(2, 3)))
case("oneHot", [torch.tensor([[0, 2], [1, 1]]), 4], F.one_hot(torch.tensor([[0, 2], [1, 1]]), 4))
case("lowerTriangle", [a, 1], np.tril(a, 1))
case("upperTriangle", [a, -1], np.triu(a, -1))
case("diag", [a[0], 1], np.diag(a[0], 1))
case("diag", [np.arange(3), -1], np.diag(np.arange(3), -1))
case("eye", [3, 4, 1], np.eye(3, 4, 1))
case("pad", [a, 1, 2, 1, 7], np.pad(a, ((0, 0), (1, 2), (0, 0)), constant_values=7))
case("outer", [["grid", 3], ["grid", 2, 2]], np.outer(grid(3), grid(2, 2)))
case("ravel", [a], a.ravel())
case("squeeze", [a[:, :1]], a[:, :1].squeeze())
case("squeeze", [a[:1, :1], 1], a[:1, :1].squeeze(1))
case("expandDims", [a, -1], np.expand_dims(a, -1))
case("flatten", [a, 1], a.reshape(2, -1))
case("countNonzero", [a % 3, {"axis": 1}], np.count_nonzero(a % 3, axis=1))
assigned = a.copy()
assigned[:, 1, ::2] = [[50], [60]]
case("setAt", [a, [{}, 1, {"step": 2}], np.array([[50], [60]])], assigned)
case("splitEvery", [np.arange(7), 3], [part for part in torch.split(torch.arange(7), 3)])
case("splitInto", [np.arange(7), 3], np.array_split(np.arange(7), 3))
case("arange", [0, 1, 0.1], np.arange(0, 1, 0.1))
case("arange", [5, 0, -2], np.arange(5, 0, -2))
case("linspace", [0, 1, 7], np.linspace(0, 1, 7))
for left, right in [((2, 3), (3, 4)), ((3,), (3, 4)), ((2, 3), (3,)), ((3,), (3,)), ((5, 1, 2, 3), (4, 3, 2)), ((2, 2, 3), (3,))]:
    case("matmul", [["grid", *left], ["grid", *right]], np.matmul(grid(*left), grid(*right)))
case(
    "where",
    [flags, np.array([1.0, 2.0, 3.0]), np.array([[10.0], [20.0]])],
    np.where(flags, np.array([1.0, 2.0, 3.0]), np.array([[10.0], [20.0]])),
)
values, places = torch.topk(torch.tensor([[1.0, 5.0, 3.0], [9.0, -1.0, 4.0]]), 2)
case("topk", [torch.tensor([[1.0, 5.0, 3.0], [9.0, -1.0, 4.0]]), 2], [values, places])

# Activations: mpmath where the exact value is wanted, PyTorch in float64 elsewhere.
xs = np.array(
    [
        -30.0,
        -8.0,
        -5.5,
        -3.0,
        -2.9,
        -1.0,
        -0.5,
        -0.3,
        -1e-3,
        -1e-9,
        0.0,
        1e-9,
        1e-3,
        0.3,
        0.49,
        0.5,
        0.51,
        1.0,
        2.0,
        2.9,
        3.0,
        5.5,
        5.99,
        6.01,
        8.0,
        26.0,
        40.0,
    ]
)
exact = {
    "erf": mpmath.erf,
    "erfc": mpmath.erfc,
    "gelu": lambda x: x / 2 * mpmath.erfc(-x / mpmath.sqrt(2)),
    "geluTanh": lambda x: x / 2 * (1 + mpmath.tanh(mpmath.sqrt(2 / mpmath.pi) * (x + mpmath.mpf(0.044715) * x**3))),
    "silu": lambda x: x / (1 + mpmath.exp(-x)),
    "mish": lambda x: x * mpmath.tanh(mpmath.log(1 + mpmath.exp(x))),
    "tanhshrink": lambda x: x - mpmath.tanh(x),
    # PyTorch 1.13 takes exp(x) - 1 here, which cancels near 0; later versions do not.
    "elu": lambda x: x if x > 0 else mpmath.expm1(x),
    "celu": lambda x: x if x > 0 else mpmath.expm1(x),
    "selu": lambda x: mpmath.mpf("1.0507009873554804934193349852946")
    * (x if x > 0 else mpmath.mpf("1.6732632423543772848170429916717") * mpmath.expm1(x)),
}
for name, f in exact.items():
    case(name, [xs], np.array([float(f(mpmath.mpf(float(x)))) for x in xs]))
tx = torch.tensor(xs)
torch_functions = {
    "relu": F.relu,
    "relu6": F.relu6,
    "leakyRelu": F.leaky_relu,
    "softsign": F.softsign,
    "hardSigmoid": F.hardsigmoid,
    "hardSwish": F.hardswish,
    "hardtanh": F.hardtanh,
    "softshrink": F.softshrink,
    "hardshrink": F.hardshrink,
    "scaledSoftplus": F.softplus,
}
for name, f in torch_functions.items():
    case(name, [tx], f(tx))
case("leakyRelu", [tx, {"slope": 0.2}], F.leaky_relu(tx, 0.2))
case("elu", [xs, {"alpha": 0.5}], np.where(xs > 0, xs, 0.5 * np.expm1(xs)))
case("celu", [xs, {"alpha": 2.0}], np.where(xs > 0, xs, 2 * np.expm1(xs / 2)))
case("hardtanh", [tx, {"min": -2.0, "max": 0.5}], F.hardtanh(tx, -2.0, 0.5))
case("threshold", [tx, {"threshold": 0.1, "value": 20.0}], F.threshold(tx, 0.1, 20.0))
case("scaledSoftplus", [tx, {"beta": 2.0}], F.softplus(tx, beta=2))
case("hardSigmoid", [xs, {"slope": 0.2, "offset": 0.5}], np.clip(0.2 * xs + 0.5, 0, 1))
z = torch.tensor(grid(2, 3, 4) * 8)
for axis in [0, 1, 2, -1]:
    case("softmaxAlong", [z, axis], F.softmax(z, axis))
    case("logSoftmaxAlong", [z, axis], F.log_softmax(z, axis))
    case("softminAlong", [z, axis], F.softmin(z, axis))
    case("logSumExpAlong", [z, {"axis": axis}], torch.logsumexp(z, axis))
case("logSumExpAlong", [z, {"axis": [0, 2], "keepdims": True}], torch.logsumexp(z, (0, 2), keepdim=True))
case("softmaxAlong", [z, 1, {"temperature": 0.5}], F.softmax(z / 0.5, 1))
case("glu", [z, 2], F.glu(z, 2))
case("glu", [z, 0], F.glu(z, 0))
for dtype in [torch.float32, torch.float16, torch.bfloat16]:
    narrow = z.to(dtype)
    case("softmaxAlong", [narrow, 1], F.softmax(narrow.double(), 1).to(dtype))

# Losses.
logits = torch.tensor(grid(4, 3) * 6)
labels = torch.tensor([0, 2, -100, 1])
soft = F.softmax(torch.tensor(grid(4, 3) * 2), 1)
weight = torch.tensor([0.5, 2.0, 1.5], dtype=torch.float64)
for reduction, smoothing, w in itertools.product(["none", "sum", "mean"], [0.0, 0.1], [None, weight]):
    options = {"reduction": reduction, "labelSmoothing": smoothing}
    if w is not None:
        options["weight"] = w
    for target in [labels, soft]:
        case(
            "crossEntropy",
            [logits, target, options],
            F.cross_entropy(logits, target, weight=w, reduction=reduction, label_smoothing=smoothing),
        )
    if smoothing == 0:
        logs = F.log_softmax(logits, 1)
        case("negativeLogLikelihood", [logs, labels, options], F.nll_loss(logs, labels, weight=w, reduction=reduction))
image = torch.tensor(grid(2, 3, 2, 2) * 5)
pixels = torch.tensor([[[0, 1], [2, 0]], [[1, 1], [5, 2]]])
case("crossEntropy", [image, pixels, {"axis": 1, "ignoreIndex": 5}], F.cross_entropy(image, pixels, ignore_index=5))
case(
    "crossEntropy",
    [torch.tensor([2.0, 1.0, 0.1]), torch.tensor(0), {}],
    F.cross_entropy(torch.tensor([2.0, 1.0, 0.1], dtype=torch.float64), torch.tensor(0)).float(),
)
y = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.3], [1.0, 0.0, 0.0], [0.7, 1.0, 0.0]], dtype=torch.float64)
p = torch.sigmoid(logits)
hard = torch.tensor([0.0, 1.0, 0.5, 1.0], dtype=torch.float64)
for reduction in ["none", "sum", "mean"]:
    case(
        "binaryCrossEntropy", [p, y, {"reduction": reduction, "minLog": -100}], F.binary_cross_entropy(p, y, reduction=reduction)
    )
    case(
        "binaryCrossEntropyWithLogits",
        [logits, y, {"reduction": reduction, "posWeight": weight}],
        F.binary_cross_entropy_with_logits(logits, y, pos_weight=weight, reduction=reduction),
    )
    case(
        "binaryCrossEntropyWithLogits",
        [logits * 100, y, {"reduction": reduction, "weight": weight}],
        F.binary_cross_entropy_with_logits(logits * 100, y, weight=weight.expand(4, 3), reduction=reduction),
    )
case(
    "binaryCrossEntropy",
    [hard, torch.tensor([1.0, 0.0, 0.5, 1.0], dtype=torch.float64), {"reduction": "none", "minLog": -100}],
    F.binary_cross_entropy(hard, torch.tensor([1.0, 0.0, 0.5, 1.0], dtype=torch.float64), reduction="none"),
)
for reduction, log_target in itertools.product(["none", "sum", "mean", "batchmean"], [False, True]):
    target = soft.log() if log_target else soft
    case(
        "klDivergence",
        [F.log_softmax(logits, 1), target, {"reduction": reduction, "logTarget": log_target}],
        F.kl_div(F.log_softmax(logits, 1), target, reduction=reduction, log_target=log_target),
    )
q = F.softmax(logits, 1)[range(4), torch.tensor([0, 2, 1, 1])]
case("focalLoss", [logits, torch.tensor([0, 2, 1, 1]), {"reduction": "none"}], -((1 - q) ** 2) * q.log())
pt = p * y + (1 - p) * (1 - y)
case(
    "sigmoidFocalLoss",
    [logits, y, {"reduction": "none"}],
    F.binary_cross_entropy_with_logits(logits, y, reduction="none") * (1 - pt) ** 2 * (0.25 * y + 0.75 * (1 - y)),
)


# Gradients, by PyTorch's autograd.
def gradient(f, at):
    leaf = at.clone().requires_grad_()
    f(leaf).backward()
    return leaf.grad


for smoothing, w in itertools.product([0.0, 0.1], [None, weight]):
    options = {"labelSmoothing": smoothing}
    if w is not None:
        options["weight"] = w
    for target in [labels, soft]:
        case(
            "crossEntropyGradient",
            [logits, target, options],
            gradient(lambda leaf: F.cross_entropy(leaf, target, weight=w, label_smoothing=smoothing), logits),
        )
case(
    "crossEntropyGradient",
    [image, pixels, {"axis": 1, "ignoreIndex": 5, "reduction": "sum"}],
    gradient(lambda leaf: F.cross_entropy(leaf, pixels, ignore_index=5, reduction="sum"), image),
)
case(
    "binaryCrossEntropyGradient",
    [logits, y, {"posWeight": weight}],
    gradient(lambda leaf: F.binary_cross_entropy_with_logits(leaf, y, pos_weight=weight), logits),
)
v = torch.tensor(grid(4, 3)[::-1].copy())
probabilities = F.softmax(logits, 1)
case("softmaxJacobianProduct", [probabilities, v], gradient(lambda leaf: (F.softmax(leaf, 1) * v).sum(), logits))

# Measures.
soft_np = soft.numpy()
probabilities_np = probabilities.numpy()
case("entropy", [soft_np, {}], scipy.stats.entropy(soft_np, axis=1))
case("entropy", [soft_np, {"axis": 0, "unit": "bits"}], (-soft_np * np.log2(soft_np)).sum(axis=0))
case("entropyOfLogits", [logits, {}], torch.distributions.Categorical(logits=logits).entropy())
case("perplexity", [soft_np, {}], np.exp(scipy.stats.entropy(soft_np, axis=1)))
case("relativeEntropy", [soft_np, probabilities_np], scipy.special.rel_entr(soft_np, probabilities_np).sum(axis=1))

json.dump({"arrays": [json.loads(text) for text in arrays], "cases": cases}, sys.stdout, separators=(",", ":"))
print()
