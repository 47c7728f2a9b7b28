"""Golden results of operators and operations, from the real NumPy, SciPy, PyTorch and scikit-learn.

    python3 packages/analysis/golden/operations.py

writes operators.json (every pair of operand types under every operator) and operations.json (functions, by the roles of
packages/frameworks/src/operations.ts). Made with NumPy 1.24, SciPy 1.10, PyTorch 1.13 and scikit-learn 1.2.
"""
import json
import math
import operator
import os
import warnings

import numpy as np
import scipy.special
import scipy.stats
import torch
import torch.nn.functional as F

warnings.filterwarnings('ignore')
np.seterr(all='ignore')
HERE = os.path.dirname(os.path.abspath(__file__))


def number(value):
    if isinstance(value, bool) or isinstance(value, np.bool_):
        return int(value)
    if isinstance(value, (int, np.integer)):
        return int(value) if abs(int(value)) < 2**53 else str(int(value))
    value = float(value)
    if math.isnan(value):
        return 'NaN'
    if math.isinf(value):
        return 'Infinity' if value > 0 else '-Infinity'
    return value


def encode(value):
    """Plain data for a value: ['int', 3], ['numpy', dtype, shape, numbers], ['torch', …], a scalar of NumPy has shape None."""
    if value is None:
        return ['none']
    if isinstance(value, str):
        return ['text', value]
    if isinstance(value, torch.dtype):
        return ['dtype', 'torch', str(value).split('.')[1]]
    if isinstance(value, type) and issubclass(value, np.generic):
        return ['dtype', 'numpy', np.dtype(value).name]
    if isinstance(value, bool):
        return ['bool', value]
    if isinstance(value, np.generic):
        return ['numpy', value.dtype.name, None, [number(value)] if value.dtype.kind != 'c' else []]
    if isinstance(value, int):
        return ['int', number(value)]
    if isinstance(value, float):
        return ['float', number(value)]
    if isinstance(value, complex):
        return ['other', 'complex']
    if isinstance(value, np.ndarray):
        return ['numpy', value.dtype.name, list(value.shape), [] if value.dtype.kind == 'c' else [number(x) for x in value.ravel()]]
    if isinstance(value, torch.Tensor):
        plain = value.detach().reshape(-1)
        return ['torch', str(value.dtype).split('.')[1], list(value.shape), [number(x) for x in (plain.double() if plain.is_floating_point() else plain).tolist()]]
    if isinstance(value, slice):
        return ['slice', encode(value.start), encode(value.stop), encode(value.step)]
    if value is Ellipsis:
        return ['ellipsis']
    if isinstance(value, (tuple, list)):
        return ['tuple', [encode(item) for item in value]]
    return ['other', type(value).__name__]


def attempt(call):
    try:
        return encode(call())
    except Exception:  # noqa: BLE001 – that the program would raise is the result
        return ['error']


def operands(library):
    """Two-element arrays, 0-d arrays and scalars of every dtype, and Python's own numbers."""
    values = {'bool': [True, False], 'uint8': [3, 200], 'int8': [3, -7], 'int16': [3, -300], 'int32': [5, -70000], 'int64': [6, -2]}
    floats = {'float16': [1.5, -0.1], 'bfloat16': [1.5, -0.1], 'float32': [1.5, -0.1], 'float64': [0.3, -2.5]}
    made = []
    for name, items in {**values, **floats}.items():
        if library == 'numpy' and name != 'bfloat16':
            array = np.array(items, dtype=name)
            made += [array, array[0]]
        elif library == 'torch':
            array = torch.tensor(items, dtype=getattr(torch, name))
            made += [array, array[0]]
    return made + [True, 2, -3, 300, 2.5, -0.1, 70000.0]


OPERATORS = {
    '+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '//': operator.floordiv, '%': operator.mod,
    '**': operator.pow, '&': operator.and_, '|': operator.or_, '^': operator.xor, '<': operator.lt, '==': operator.eq, '>=': operator.ge,
}


def write_operators():
    result = {}
    for library in ('numpy', 'torch'):
        values = operands(library)
        rows = {
            symbol: [[attempt(lambda: function(left, right)) for right in values] for left in values]
            for symbol, function in OPERATORS.items()
        }
        result[library] = {'operands': [encode(value) for value in values], 'results': rows}
    with open(os.path.join(HERE, 'operators.json'), 'w') as out:
        json.dump(result, out, separators=(',', ':'))
        out.write('\n')
    return sum(len(row) for table in result.values() for rows in table['results'].values() for row in rows)


CASES = []
VALUES = {}


def interned(value):
    """The place of an encoded value in the list of all values, which many cases share."""
    return VALUES.setdefault(json.dumps(value, separators=(',', ':')), len(VALUES))


def case(library, op, call, **roles):
    """One operation: its arguments by role, and what the real call gives. float16 that PyTorch 1.13 lacks on the CPU says nothing."""
    try:
        call()
    except Exception as error:  # noqa: BLE001
        if "'Half'" in str(error) or "'BFloat16'" in str(error):
            return
    CASES.append([library, op, {role: interned(encode(value)) for role, value in roles.items()}, interned(attempt(call))])


def index_cases():
    x = np.arange(24, dtype=np.float64).reshape(2, 3, 4) / 7
    mask = x[:, :, 0] > 1
    indices = [
        (0,), (-1,), (0, 1), (0, 1, 2), (slice(None), 1), (slice(0, 1),), (slice(None, None, 2),), (Ellipsis, 0), (None,), (slice(None), None),
        (Ellipsis, None), (0, Ellipsis), (0, slice(None), [0, 1]), ([0, 1],), ([1, 0], [2, 2]), (slice(None), [0, 2]), (slice(None), [0, 2], [1, 1]),
        ([0, 1], slice(None), [1, 2]), (mask,), (x > 1,), (5,), (0, 0, 0, 0), (slice(-2, None), slice(1, 100)), (np.array([[0], [1]]), np.array([0, 2])),
        (1, [0, 1], slice(None)), (0, None, [0, 1]), (Ellipsis, [0, 1], None),
    ]
    for items in indices:
        def plain(kind):
            return tuple(kind(np.array(i)) if isinstance(i, (list, np.ndarray)) else i for i in items)
        case('numpy', '[]', lambda: x[plain(np.asarray)], x=x, indices=plain(np.asarray))
        t = torch.tensor(x)
        case('torch', '[]', lambda: t[plain(torch.tensor)], x=t, indices=plain(torch.tensor))
    for stop in (slice(None, None, -1), slice(3, 0, -1), slice(10, None, -2)):
        v = np.arange(5)
        case('numpy', '[]', lambda: v[stop], x=v, indices=(stop,))
    for items, value in [((0,), 5), ((slice(None), 0), 1.5), ((0, 1), [1, 2, 3, 4]), ((mask,), -1), (([0, 1], [0, 0]), 9), ((slice(None), slice(0, 2)), 0)]:
        def assigned():
            y = x.copy()
            y[items] = value
            return y
        packed = tuple(np.array(i) if isinstance(i, list) else i for i in items)
        case('numpy', '[]=', assigned, x=x, indices=packed, value=value)


MATRIX = [[2.0, 1.0, 0.1], [-1.0, 0.5, 3.0]]
VECTORS = {
    'plain': [2.0, 1.0, 0.1],
    'wide': [-100.0, -20.5, -1.0, -0.0, 0.0, 1e-8, 0.5, 1.0, 3.3, 10.0, 88.9, 100.0, 710.0],
    'special': [float('nan'), float('inf'), float('-inf'), 1.0],
    'unit': [0.0, 1e-7, 0.1, 0.25, 0.5, 0.75, 0.999, 1.0],
}
INTEGERS = [[3, -1, 4], [1, 5, -9]]


def numpy_arrays():
    for name, values in VECTORS.items():
        for dtype in (np.float64, np.float32, np.float16):
            yield np.array(values, dtype=dtype)
    yield np.array(MATRIX)
    for dtype in (np.int64, np.int32, np.int8, np.uint8, np.bool_):
        yield np.abs(np.array([3, 1, 0])).astype(dtype)
    yield np.array(INTEGERS)
    yield np.float64(0.3)
    yield np.float32(89.0)


def torch_tensors():
    for name, values in VECTORS.items():
        for dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16):
            yield torch.tensor(values, dtype=dtype)
    yield torch.tensor(MATRIX)
    for dtype in (torch.int64, torch.int32, torch.uint8, torch.bool):
        yield torch.tensor([3, 1, 0]).to(dtype)
    yield torch.tensor(INTEGERS)
    yield torch.tensor(0.3)


def elementwise_cases():
    names = {
        'exp': 'exp', 'exp2': 'exp2', 'expm1': 'expm1', 'log': 'log', 'log2': 'log2', 'log10': 'log10', 'log1p': 'log1p', 'sqrt': 'sqrt', 'square': 'square',
        'abs': 'abs', 'sign': 'sign', 'negative': 'negative', 'floor': 'floor', 'ceil': 'ceil', 'trunc': 'trunc', 'sin': 'sin', 'cos': 'cos', 'tan': 'tan',
        'arcsin': 'arcsin', 'arctan': 'arctan', 'sinh': 'sinh', 'cosh': 'cosh', 'tanh': 'tanh', 'arcsinh': 'arcsinh', 'reciprocal': 'reciprocal',
        'isnan': 'isnan', 'isinf': 'isinf', 'isfinite': 'isfinite', 'logicalNot': 'logical_not', 'round': 'round',
    }
    for x in numpy_arrays():
        for op, name in names.items():
            case('numpy', op, lambda: getattr(np, name)(x), x=x)
        case('numpy', 'cbrt', lambda: np.cbrt(x), x=x)
        case('numpy', 'round', lambda: np.round(x, 2), x=x, decimals=2)
        case('numpy', 'nanToNum', lambda: np.nan_to_num(x), x=x)
        case('numpy', 'clip', lambda: np.clip(x, 0, 1), x=x, low=0, high=1)
        case('numpy', 'clip', lambda: np.clip(x, -0.5, None), x=x, low=-0.5, high=None)
        case('numpy', 'maximum', lambda: np.maximum(x, 0), x=x, y=0)
        case('numpy', 'logaddexp', lambda: np.logaddexp(x, 1.0), x=x, y=1.0)
        for op, function in {'sigmoid': scipy.special.expit, 'logit': scipy.special.logit, 'erf': scipy.special.erf, 'entr': scipy.special.entr, 'logSigmoid': scipy.special.log_expit}.items():
            case('scipy', op, lambda: function(x), x=x)
        case('scipy', 'xlogy', lambda: scipy.special.xlogy(x, 0.5), x=x, y=0.5)
    names |= {'rsqrt': 'rsqrt', 'sigmoid': 'sigmoid', 'erf': 'erf', 'frac': 'frac', 'arccos': 'arccos', 'lgamma': 'lgamma', 'digamma': 'digamma'}
    functional = {
        'relu': F.relu, 'relu6': F.relu6, 'leakyRelu': F.leaky_relu, 'elu': F.elu, 'celu': F.celu, 'selu': F.selu, 'gelu': F.gelu, 'silu': F.silu, 'mish': F.mish,
        'softsign': F.softsign, 'tanhshrink': F.tanhshrink, 'softshrink': F.softshrink, 'hardshrink': F.hardshrink, 'hardtanh': F.hardtanh,
        'hardSigmoid': F.hardsigmoid, 'hardSwish': F.hardswish, 'logSigmoid': F.logsigmoid,
    }
    for x in torch_tensors():
        for op, name in names.items():
            case('torch', op, lambda: getattr(torch, name)(x), x=x)
        for op, function in functional.items():
            # x - tanh(x) of a tiny x is nothing but the rounding of tanh.
            if not (op == 'tanhshrink' and x.dtype == torch.float64 and 1e-7 in x):
                case('torch', op, lambda: function(x), x=x)
        case('torch', 'softplus', lambda: F.softplus(x), x=x, beta=1, threshold=20)
        case('torch', 'gelu', lambda: F.gelu(x, approximate='tanh'), x=x, approximate='tanh')
        case('torch', 'clip', lambda: torch.clamp(x, 0, 1), x=x, low=0, high=1)
        case('torch', 'clip', lambda: torch.clamp(x, min=1e-7), x=x, low=1e-7)
        case('torch', 'logit', lambda: torch.logit(x, eps=1e-6), x=x, epsilon=1e-6)
        case('torch', 'round', lambda: torch.round(x, decimals=2), x=x, decimals=2)
        case('torch', 'nanToNum', lambda: torch.nan_to_num(x), x=x)
        case('torch', 'logaddexp', lambda: torch.logaddexp(x, torch.tensor(1.0, dtype=x.dtype)), x=x, y=torch.tensor(1.0, dtype=x.dtype))
        case('torch', 'xlogy', lambda: torch.xlogy(x, 0.5), x=x, y=0.5)


def reduction_cases():
    rng = np.random.default_rng(5)
    arrays = [np.array(MATRIX), np.array(INTEGERS), np.array(VECTORS['special']), np.array([True, False, True]), np.arange(24.0).reshape(2, 3, 4)]
    arrays += [rng.normal(size=(3, 40)).astype(dtype) for dtype in (np.float64, np.float32, np.float16)]
    for x in arrays:
        for keepdims in (False, True):
            for axis in (None, 0, -1, 1, (0, 1)):
                for name in ('sum', 'prod', 'mean', 'max', 'min', 'any', 'all', 'std', 'var', 'ptp', 'median'):
                    if name == 'prod' and x.size > 30 and x.dtype == np.float16:
                        continue
                    case('numpy', name, lambda: getattr(np, name)(x, axis=axis, keepdims=keepdims), x=x, axis=axis, keepdims=keepdims)
            for axis in (None, 0, -1):
                case('numpy', 'argmax', lambda: np.argmax(x, axis=axis, keepdims=keepdims), x=x, axis=axis, keepdims=keepdims)
                case('numpy', 'argmin', lambda: np.argmin(x, axis=axis, keepdims=keepdims), x=x, axis=axis, keepdims=keepdims)
        for axis in (None, 0, -1):
            case('numpy', 'cumsum', lambda: np.cumsum(x, axis=axis), x=x, axis=axis)
            case('numpy', 'norm', lambda: np.linalg.norm(x, axis=axis), x=x, axis=axis)
            case('numpy', 'norm', lambda: np.linalg.norm(x, 1, axis=axis), x=x, axis=axis, order=1)
            case('numpy', 'nansum', lambda: np.nansum(x, axis=axis), x=x, axis=axis)
            case('numpy', 'nanmean', lambda: np.nanmean(x, axis=axis), x=x, axis=axis)
            case('numpy', 'countNonzero', lambda: np.count_nonzero(x, axis=axis), x=x, axis=axis)
            case('numpy', 'std', lambda: np.std(x, axis=axis, ddof=1), x=x, axis=axis, correction=1)
            case('numpy', 'quantile', lambda: np.quantile(x, 0.3, axis=axis), x=x, axis=axis, q=0.3)
            case('numpy', 'quantile', lambda: np.percentile(x, [25, 50], axis=axis), x=x, axis=axis, q=(25, 50), percent=True)
            case('numpy', 'diff', lambda: np.diff(x, axis=-1 if axis is None else axis), x=x, axis=-1 if axis is None else axis)
        case('numpy', 'sum', lambda: np.sum(x, dtype=np.float32), x=x, dtype=np.float32)
        case('scipy', 'logSumExp', lambda: scipy.special.logsumexp(x, axis=-1), x=x, axis=-1)
        case('numpy', 'average', lambda: np.average(x, axis=0, weights=np.arange(1.0, x.shape[0] + 1)), x=x, axis=0, weights=np.arange(1.0, x.shape[0] + 1))
    tensors = [torch.from_numpy(x) for x in arrays] + [torch.tensor(MATRIX), torch.tensor(rng.normal(size=(3, 40)), dtype=torch.bfloat16), torch.tensor(0.5)]
    for x in tensors:
        for keepdims in (False, True):
            for axis in (0, -1, (0, -1)):
                for name in ('sum', 'mean', 'std', 'var'):
                    case('torch', name, lambda: getattr(torch, name)(x, dim=axis, keepdim=keepdims), x=x, axis=axis, keepdims=keepdims)
            for axis in (0, -1):
                for op, name in {'prod': 'prod', 'all': 'all', 'any': 'any', 'argmax': 'argmax', 'argmin': 'argmin', 'torchMax': 'max', 'torchMin': 'min', 'logSumExp': 'logsumexp'}.items():
                    case('torch', op, lambda: getattr(torch, name)(x, dim=axis, keepdim=keepdims), x=x, axis=axis, keepdims=keepdims)
                case('torch', 'max', lambda: torch.amax(x, dim=axis, keepdim=keepdims), x=x, axis=axis, keepdims=keepdims)
        for op, name in {'sum': 'sum', 'mean': 'mean', 'prod': 'prod', 'all': 'all', 'any': 'any', 'argmax': 'argmax', 'torchMax': 'max', 'torchMin': 'min', 'std': 'std', 'var': 'var', 'norm': 'norm', 'torchMedian': 'median'}.items():
            case('torch', op, lambda: getattr(torch, name)(x), x=x)
        case('torch', 'std', lambda: torch.std(x, dim=-1, unbiased=False), x=x, axis=-1, unbiased=False)
        case('torch', 'cumsum', lambda: torch.cumsum(x, dim=-1), x=x, axis=-1)
        case('torch', 'cumprod', lambda: torch.cumprod(x, dim=0), x=x, axis=0)
        case('torch', 'norm', lambda: torch.linalg.norm(x, dim=-1), x=x, axis=-1)


def softmax_cases():
    arrays = [np.array(values, dtype=dtype) for values in list(VECTORS.values()) + [MATRIX] for dtype in (np.float64, np.float32)] + [np.arange(24.0).reshape(2, 3, 4), np.array(INTEGERS)]
    for x in arrays:
        for axis in (None, 0, -1):
            case('scipy', 'softmax', lambda: scipy.special.softmax(x, axis=axis), x=x, axis=axis)
            case('scipy', 'logSoftmax', lambda: scipy.special.log_softmax(x, axis=axis), x=x, axis=axis)
            case('scipy', 'logSumExp', lambda: scipy.special.logsumexp(x, axis=axis), x=x, axis=axis)
    tensors = [torch.from_numpy(x) for x in arrays] + [torch.tensor(MATRIX, dtype=dtype) for dtype in (torch.bfloat16, torch.float16)] + [torch.tensor(0.5)]
    for x in tensors:
        for axis in (0, -1, None):
            for op, function in {'softmax': F.softmax, 'logSoftmax': F.log_softmax, 'softmin': F.softmin}.items():
                # PyTorch 1.13 rounds the sum to bfloat16 before the logarithm, later ones do not.
                if not (op == 'logSoftmax' and x.dtype == torch.bfloat16):
                    case('torch', op, lambda: function(x, dim=axis), x=x, axis=axis)
        case('torch', 'softmax', lambda: F.softmax(x, dim=-1, dtype=torch.float64), x=x, axis=-1, dtype=torch.float64)
        case('torch', 'normalize', lambda: F.normalize(x, dim=-1), x=x, axis=-1, order=2.0, epsilon=1e-12)
        case('torch', 'glu', lambda: F.glu(x, dim=-1), x=x, axis=-1)
        case('torch', 'logcumsumexp', lambda: torch.logcumsumexp(x, dim=-1), x=x, axis=-1)


def shape_cases():
    x = np.arange(24, dtype=np.float64).reshape(2, 3, 4)
    for shape in ((4, 6), (-1,), (2, -1), (24, 1), (5, -1), (-1, 2, 2)):
        case('numpy', 'reshape', lambda: x.reshape(shape), x=x, shape=shape)
        case('torch', 'reshape', lambda: torch.tensor(x).view(shape), x=torch.tensor(x), shape=shape)
    case('numpy', 'permute', lambda: x.transpose(2, 0, 1), x=x, axes=(2, 0, 1))
    case('numpy', 'permute', lambda: np.transpose(x), x=x, axes=None)
    case('numpy', 'swapAxes', lambda: np.swapaxes(x, 0, -1), x=x, first=0, second=-1)
    case('numpy', 'moveAxis', lambda: np.moveaxis(x, 0, -1), x=x, source=0, destination=-1)
    case('numpy', 'expandDims', lambda: np.expand_dims(x, -1), x=x, axis=-1)
    case('numpy', 'expandDims', lambda: np.expand_dims(x, (0, 2)), x=x, axis=(0, 2))
    case('numpy', 'squeeze', lambda: np.squeeze(x[:1]), x=x[:1])
    case('numpy', 'squeeze', lambda: np.squeeze(x, axis=0), x=x, axis=0)
    case('torch', 'squeeze', lambda: torch.tensor(x).squeeze(0), x=torch.tensor(x), axis=0)
    case('torch', 'flatten', lambda: torch.flatten(torch.tensor(x), 1), x=torch.tensor(x), start=1, end=-1)
    case('torch', 'flatten', lambda: torch.flatten(torch.tensor(x)), x=torch.tensor(x), start=0, end=-1)
    case('torch', 'expand', lambda: torch.tensor(x[:, :1]).expand(-1, 3, -1), x=torch.tensor(x[:, :1]), shape=(-1, 3, -1))
    case('numpy', 'broadcastTo', lambda: np.broadcast_to(x[0], (5, 3, 4)), x=x[0], shape=(5, 3, 4))
    case('numpy', 'tile', lambda: np.tile(x[0], (2, 1)), x=x[0], repeats=(2, 1))
    case('numpy', 'tile', lambda: np.tile([1, 2], 3), x=np.array([1, 2]), repeats=3)
    case('numpy', 'repeat', lambda: np.repeat(x[0], 2, axis=1), x=x[0], repeats=2, axis=1)
    case('numpy', 'repeat', lambda: np.repeat(x[0], 2), x=x[0], repeats=2, axis=None)
    case('numpy', 'flip', lambda: np.flip(x), x=x, axis=None)
    case('numpy', 'flip', lambda: np.flip(x, 1), x=x, axis=1)
    case('numpy', 'roll', lambda: np.roll(x, 1, axis=2), x=x, shift=1, axis=2)
    case('numpy', 'roll', lambda: np.roll(x, 5), x=x, shift=5, axis=None)
    case('numpy', 'pad', lambda: np.pad(x[0], ((1, 0), (0, 2))), x=x[0], widths=((1, 0), (0, 2)), layout='numpy')
    case('torch', 'pad', lambda: F.pad(torch.tensor(x), (1, 2, 0, 1), value=9.0), x=torch.tensor(x), widths=(1, 2, 0, 1), value=9.0, layout='torch')
    case('numpy', 'diagonal', lambda: np.diagonal(x[0], 1), x=x[0], offset=1)
    parts = (x[0], x[1])
    for axis in (0, 1, -1):
        case('numpy', 'concatenate', lambda: np.concatenate(parts, axis=axis), arrays=parts, axis=axis)
        case('numpy', 'stack', lambda: np.stack(parts, axis=axis), arrays=parts, axis=axis)
    case('numpy', 'concatenate', lambda: np.concatenate(parts, axis=None), arrays=parts, axis=None)
    case('numpy', 'concatenate', lambda: np.concatenate([[1, 2], [2.5]]), arrays=([1, 2], [2.5]), axis=0)
    case('torch', 'concatenate', lambda: torch.cat([torch.tensor([1, 2]), torch.tensor([0.5])]), arrays=(torch.tensor([1, 2]), torch.tensor([0.5])), axis=0)
    case('numpy', 'vstack', lambda: np.vstack([[1, 2], [3, 4]]), arrays=([1, 2], [3, 4]))
    case('numpy', 'hstack', lambda: np.hstack([[1, 2], [3, 4]]), arrays=([1, 2], [3, 4]))
    case('numpy', 'hstack', lambda: np.hstack(parts), arrays=parts)
    case('numpy', 'columnStack', lambda: np.column_stack([[1, 2], [3, 4]]), arrays=([1, 2], [3, 4]))
    case('numpy', 'append', lambda: np.append([1, 2], [3.5]), x=np.array([1, 2]), y=np.array([3.5]), axis=None)
    for sections in (2, [1, 3], 5):
        case('numpy', 'split', lambda: np.split(np.arange(4), sections), x=np.arange(4), sections=sections, axis=0)
        case('numpy', 'arraySplit', lambda: np.array_split(np.arange(4), sections), x=np.arange(4), sections=sections, axis=0)
    for sizes in (2, [1, 3], 3):
        case('torch', 'splitSizes', lambda: torch.split(torch.arange(4), sizes), x=torch.arange(4), sizes=sizes, axis=0)
    case('torch', 'chunk', lambda: torch.chunk(torch.arange(7), 3), x=torch.arange(7), chunks=3, axis=0)
    case('torch', 'unbind', lambda: torch.tensor(x).unbind(1), x=torch.tensor(x), axis=1)


def selection_cases():
    x = np.array([[3.0, 1.0, 2.0, 2.0], [0.5, float('nan'), -1.0, 4.0]])
    for axis in (0, -1, None):
        case('numpy', 'sort', lambda: np.sort(x, axis=axis), x=x, axis=axis)
        case('numpy', 'argsort', lambda: np.argsort(x, axis=axis, kind='stable'), x=x, axis=axis)
    t = torch.tensor([[3.0, 1.0, 2.0, 5.0], [0.5, 7.0, -1.0, 4.0]])
    for descending in (False, True):
        case('torch', 'sortWithIndex', lambda: torch.sort(t, descending=descending), x=t, axis=-1, descending=descending)
    for k in (1, 2, 5):
        case('torch', 'topkWithIndex', lambda: torch.topk(t, k), x=t, k=k, axis=-1, largest=True)
        case('torch', 'topkWithIndex', lambda: torch.topk(t, k, dim=0, largest=False), x=t, k=k, axis=0, largest=False)
    case('torch', 'kthWithIndex', lambda: torch.kthvalue(t, 2), x=t, k=2, axis=-1)
    ints = np.array([3, 1, 2, 1, 3, 3])
    case('numpy', 'unique', lambda: np.unique(ints), x=ints)
    case('numpy', 'unique', lambda: np.unique(ints, return_counts=True, return_inverse=True), x=ints, returnCounts=True, returnInverse=True)
    case('numpy', 'bincount', lambda: np.bincount(ints), x=ints)
    case('numpy', 'bincount', lambda: np.bincount(ints, minlength=6), x=ints, minlength=6)
    case('torch', 'bincount', lambda: torch.bincount(torch.tensor(ints)), x=torch.tensor(ints))
    case('numpy', 'searchsorted', lambda: np.searchsorted([1, 2, 3], [0, 2, 9]), x=np.array([1, 2, 3]), y=np.array([0, 2, 9]))
    case('numpy', 'digitize', lambda: np.digitize([0.2, 1.0, 3.0], [0.0, 1.0, 2.0]), x=np.array([0.2, 1.0, 3.0]), bins=np.array([0.0, 1.0, 2.0]))
    case('numpy', 'isin', lambda: np.isin(ints, [1, 2]), x=ints, y=np.array([1, 2]))
    for a, b in ((x, 0.0), (ints, 0.5), (ints.astype(np.float32), 1), (np.float32(1.0), np.arange(6))):
        condition = np.asarray(a) > 1
        case('numpy', 'where', lambda: np.where(condition, a, b), condition=condition, x=a, y=b)
    case('torch', 'where', lambda: torch.where(t > 1, t, torch.tensor(0.0)), condition=t > 1, x=t, y=torch.tensor(0.0))
    case('numpy', 'where', lambda: np.where(ints > 1), condition=ints > 1)
    case('numpy', 'nonzero', lambda: np.nonzero(x > 1), x=x > 1)
    case('torch', 'nonzero', lambda: torch.nonzero(t > 1), x=t > 1, asTuple=False)
    case('torch', 'maskedFill', lambda: t.masked_fill(t > 1, float('-inf')), x=t, mask=t > 1, value=float('-inf'))
    case('torch', 'booleanMask', lambda: torch.masked_select(t, t > 1), x=t, mask=t > 1)
    case('numpy', 'take', lambda: np.take(x, [0, 2], axis=1), x=x, indices=np.array([0, 2]), axis=1)
    case('numpy', 'take', lambda: np.take(x, 3), x=x, indices=3, axis=None)
    labels = torch.tensor([[0], [3]])
    case('torch', 'takeAlong', lambda: t.gather(1, labels), x=t, indices=labels, axis=1)
    case('numpy', 'takeAlong', lambda: np.take_along_axis(x, labels.numpy(), 1), x=x, indices=labels.numpy(), axis=1)
    case('torch', 'scatter', lambda: torch.zeros(2, 4).scatter(1, labels, 1.0), x=torch.zeros(2, 4), axis=1, indices=labels, value=1.0)
    case('torch', 'scatter', lambda: t.scatter_add(1, labels, torch.ones(2, 1)), x=t, axis=1, indices=labels, value=torch.ones(2, 1), reduce='add')
    case('torch', 'oneHot', lambda: F.one_hot(torch.tensor([0, 2])), x=torch.tensor([0, 2]), classes=-1)
    case('torch', 'oneHot', lambda: F.one_hot(torch.tensor([[0], [2]]), 4), x=torch.tensor([[0], [2]]), classes=4)
    case('torch', 'oneHot', lambda: F.one_hot(torch.tensor([5]), 4), x=torch.tensor([5]), classes=4)
    case('numpy', 'tril', lambda: np.tril(x), x=x, offset=0)
    case('torch', 'triu', lambda: torch.triu(t, 1), x=t, offset=1)
    case('numpy', 'diag', lambda: np.diag([1, 2]), x=np.array([1, 2]), offset=0)
    case('numpy', 'diag', lambda: np.diag(x, 1), x=x, offset=1)
    case('torch', 'cummaxWithIndex', lambda: torch.cummax(t, 1), x=t, axis=1)


def creation_cases():
    for data in ([1, 2], [1.0, 2], [True, False], [[1, 2], [3, 4]], 3, 2.5, [], [True, 2], [1, True, 0.5]):
        case('numpy', 'array', lambda: np.array(data), data=data)
        case('torch', 'array', lambda: torch.tensor(data), data=data)
    pieces = [np.float32(0.1), np.float64(0.1), np.int32(3), np.bool_(True), np.array([1, 2], dtype=np.int8), np.array([0.5, 1.5], dtype=np.float32)]
    for piece in pieces:
        for data in (piece, [piece], [piece, piece], [[piece], [piece]]):
            case('numpy', 'array', lambda: np.array(data), data=data)
            case('torch', 'array', lambda: torch.tensor(data), data=data)
    for data in ([np.float32(0.1), 2.5], [np.float32(0.1), 2], [np.int32(1), 2], [np.array([1, 2]), np.array([0.5, 1.0])], [np.array([1, 2]), [3, 4]], [[1, 2], [3]]):
        case('numpy', 'array', lambda: np.array(data), data=data)
    for data in (torch.tensor([0.1, 0.2], dtype=torch.float64), [torch.tensor(1), torch.tensor(2)], [torch.tensor(0.5), 2], [torch.tensor([1, 2])], [1, 2.5, True], [True, 2]):
        case('torch', 'array', lambda: torch.tensor(data), data=data)
    case('numpy', 'array', lambda: np.array([1, 2.7], dtype=np.int64), data=[1, 2.7], dtype=np.int64)
    case('torch', 'array', lambda: torch.tensor([1, 2.7], dtype=torch.float16), data=[1, 2.7], dtype=torch.float16)
    case('torch', 'array', lambda: torch.tensor([0.1], dtype=torch.float64), data=[0.1], dtype=torch.float64)
    for arguments in ((5,), (1, 5), (0, 1, 0.1), (5, 0, -2), (1.0,), (0.1, 0.5, 0.1)):
        roles = dict(zip(('start', 'stop', 'step'), arguments))
        case('numpy', 'arange', lambda: np.arange(*arguments), **roles)
        case('torch', 'arange', lambda: torch.arange(*arguments), **roles)
    for start, stop, num in ((0, 1, 5), (-3, 3, 7), (0.1, 0.7, 4), (2, 2, 1), (0, 1, 11)):
        case('numpy', 'linspace', lambda: np.linspace(start, stop, num), start=start, stop=stop, num=num)
        case('torch', 'linspace', lambda: torch.linspace(start, stop, num), start=start, stop=stop, num=num)
    case('numpy', 'linspace', lambda: np.linspace(0, 1, 4, endpoint=False), start=0, stop=1, num=4, endpoint=False)
    case('numpy', 'logspace', lambda: np.logspace(-1, 2, 4), start=-1, stop=2, num=4)
    case('numpy', 'eye', lambda: np.eye(3), rows=3)
    case('torch', 'eye', lambda: torch.eye(2, 3), rows=2, columns=3)
    case('numpy', 'full', lambda: np.full((2,), 7), shape=(2,), value=7)
    case('torch', 'full', lambda: torch.full((2,), 0.1), shape=(2,), value=0.1)
    case('torch', 'full', lambda: torch.full((2,), True), shape=(2,), value=True)
    case('numpy', 'zeros', lambda: np.zeros((2, 3)), shape=(2, 3))
    case('numpy', 'zeros', lambda: np.zeros(3, dtype=np.int64), shape=3, dtype=np.int64)
    case('torch', 'ones', lambda: torch.ones(2, 3), shape=(2, 3))
    case('numpy', 'zerosLike', lambda: np.zeros_like(np.array([1, 2])), x=np.array([1, 2]))
    case('numpy', 'meshgrid', lambda: np.meshgrid([1, 2], [3, 4, 5]), arrays=(np.array([1, 2]), np.array([3, 4, 5])))


def cast_cases():
    for x in (np.array([1.7, -1.7, 300.5, 0.0]), np.array([1, -2, 300]), np.array([True, False]), np.array([1e-8, 65519.0, 65520.0, 1e39])):
        for dtype in (np.float16, np.float32, np.float64, np.int8, np.uint8, np.int16, np.int32, np.int64, np.bool_):
            case('numpy', 'cast', lambda: x.astype(dtype), x=x, dtype=dtype)
        for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.int8, torch.uint8, torch.int32, torch.int64, torch.bool):
            t = torch.from_numpy(x)
            case('torch', 'cast', lambda: t.to(dtype), x=t, dtype=dtype)
    for x in (np.float32(0.1), np.array([[1, 2]]), np.array(0.5), np.array([True])):
        case('numpy', 'tolist', lambda: x.tolist(), x=x)
        case('numpy', 'item', lambda: x.item(), x=x)
    for x in (torch.tensor(0.1), torch.tensor([[1, 2]]), torch.tensor([3])):
        case('torch', 'tolist', lambda: x.tolist(), x=x)
        case('torch', 'item', lambda: x.item(), x=x)


def mixed_cases():
    """Functions of two arrays, also of different dtypes and ranks."""
    rng = np.random.default_rng(11)
    values = [rng.normal(size=(2, 3)), rng.normal(size=3).astype(np.float32), np.arange(6).reshape(2, 3), np.array([True, False, True]), np.float32(0.3), np.int64(2), 2, 0.5, True]
    functions = {
        'add': 'add', 'subtract': 'subtract', 'multiply': 'multiply', 'divide': 'divide', 'power': 'power', 'maximum': 'maximum', 'minimum': 'minimum', 'fmod': 'fmod',
        'remainder': 'remainder', 'arctan2': 'arctan2', 'hypot': 'hypot', 'logicalAnd': 'logical_and', 'greater': 'greater', 'equal': 'equal', 'floorDivide': 'floor_divide',
        'isclose': 'isclose', 'heaviside': 'heaviside', 'logaddexp2': 'logaddexp2',
    }
    for x in values:
        for y in values:
            for op, name in functions.items():
                case('numpy', op, lambda: getattr(np, name)(x, y), x=x, y=y)
    tensors = [torch.tensor(rng.normal(size=(2, 3))), torch.randn(3, generator=torch.Generator().manual_seed(1)), torch.arange(6).reshape(2, 3), torch.tensor([True, False, True]), torch.tensor(0.3), torch.tensor(2), 2, 0.5]
    for op in ('subtract', 'divide', 'power', 'fmod', 'remainder', 'logicalAnd', 'greater', 'equal', 'floorDivide'):
        name = {'subtract': 'sub', 'divide': 'div', 'power': 'pow', 'logicalAnd': 'logical_and', 'greater': 'gt', 'equal': 'eq', 'floorDivide': 'floor_divide'}.get(op, op)
        for x in tensors[:6]:
            for y in tensors:
                case('torch', op, lambda: getattr(torch, name)(x, y), x=x, y=y)
    for x in tensors[:6]:
        for y in tensors[:6]:
            for op, name in {'maximum': 'maximum', 'minimum': 'minimum'}.items():
                case('torch', op, lambda: getattr(torch, name)(x, y), x=x, y=y)
        case('torch', 'add', lambda: torch.add(x, 2, alpha=3), x=x, y=2, scale=3)
        case('torch', 'divide', lambda: torch.div(x, 2, rounding_mode='floor'), x=x, y=2, rounding='floor')
        case('torch', 'divide', lambda: torch.div(x, 2, rounding_mode='trunc'), x=x, y=2, rounding='trunc')
        case('torch', 'lerp', lambda: torch.lerp(x, x + 1, 0.3), x=x, y=x + 1, weight=0.3)


def algebra_cases():
    rng = np.random.default_rng(9)
    a, b, v = rng.normal(size=(2, 3)), rng.normal(size=(3, 4)), rng.normal(size=3)
    batch = rng.normal(size=(5, 2, 3))
    for left, right in ((a, b), (v, b), (a, v), (v, v), (batch, b), (a, a), (a, np.float64(2)), (np.array(INTEGERS), np.array(INTEGERS).T)):
        case('numpy', 'matmul', lambda: np.matmul(left, right), x=left, y=right)
        case('numpy', 'dot', lambda: np.dot(left, right), x=left, y=right)
        case('torch', 'matmul', lambda: torch.tensor(left) @ torch.tensor(right), x=torch.tensor(left), y=torch.tensor(right))
        case('torch', 'matmul', lambda: torch.tensor(left).float() @ torch.tensor(right).float(), x=torch.tensor(left).float(), y=torch.tensor(right).float())
    case('torch', 'matmul', lambda: torch.ones(2, 2) @ torch.ones(2, 2, dtype=torch.int64), x=torch.ones(2, 2), y=torch.ones(2, 2, dtype=torch.int64))
    case('numpy', 'outer', lambda: np.outer(v, v), x=v, y=v)
    case('numpy', 'inner', lambda: np.inner(a, v), x=a, y=v)
    for equation, items in (('ij,jk->ik', (a, b)), ('ij->ji', (a,)), ('ij,ij->', (a, a)), ('ij->j', (a,)), ('i,j->ij', (v, v)), ('bij,jk->bik', (batch, b)), ('ij,jk', (a, b)), ('ii', (a[:, :2],))):
        case('numpy', 'einsum', lambda: np.einsum(equation, *items), equation=equation, operands=items)
    case('numpy', 'tensordot', lambda: np.tensordot(a, b, 1), x=a, y=b, axes=1)
    case('numpy', 'trace', lambda: np.trace(a), x=a)
    square = rng.normal(size=(3, 3))
    case('numpy', 'det', lambda: np.linalg.det(np.array([[2.0, 1.0], [1.0, 3.0]])), x=np.array([[2.0, 1.0], [1.0, 3.0]]))
    case('numpy', 'inverse', lambda: np.linalg.inv(np.array([[2.0, 0.0], [0.0, 4.0]])), x=np.array([[2.0, 0.0], [0.0, 4.0]]))
    case('numpy', 'inverse', lambda: np.linalg.inv(np.zeros((2, 2))), x=np.zeros((2, 2)))
    t, w, bias = torch.tensor(a).float(), torch.tensor(rng.normal(size=(4, 3))).float(), torch.tensor(rng.normal(size=4)).float()
    case('torch', 'linear', lambda: F.linear(t, w, bias), x=t, weight=w, bias=bias)
    case('torch', 'linear', lambda: F.linear(t, w), x=t, weight=w, bias=None)
    case('torch', 'cosineSimilarity', lambda: F.cosine_similarity(t, t + 1), x=t, y=t + 1, axis=1, epsilon=1e-8)
    case('torch', 'pairwiseDistance', lambda: F.pairwise_distance(t, t + 1), x=t, y=t + 1, order=2.0, epsilon=1e-6)
    case('torch', 'cdist', lambda: torch.cdist(t.double(), w.double()), x=t.double(), y=w.double(), order=2.0)
    case('torch', 'addmm', lambda: torch.addmm(bias, t, w.T), x=bias, y=t, z=w.T.contiguous())


def loss_cases():
    z = torch.tensor([[2.0, 1.0, 0.1], [-1.0, 0.5, 3.0], [0.0, 0.0, -4.0]])
    y = torch.tensor([0, 2, 1])
    soft = torch.tensor([[0.7, 0.2, 0.1], [0.0, 0.0, 1.0], [0.3, 0.3, 0.4]])
    weight = torch.tensor([1.0, 2.0, 0.5])
    for dtype in (torch.float32, torch.float64):
        x, s, w = z.to(dtype), soft.to(dtype), weight.to(dtype)
        for reduction in ('mean', 'sum', 'none'):
            for smoothing in (0.0, 0.1):
                for weights in (None, w):
                    for target in (y, s):
                        case('torch', 'crossEntropy', lambda: F.cross_entropy(x, target, weight=weights, reduction=reduction, label_smoothing=smoothing),
                             x=x, target=target, weight=weights, reduction=reduction, labelSmoothing=smoothing, ignoreIndex=-100)
            case('torch', 'crossEntropy', lambda: F.cross_entropy(x, y, ignore_index=2, reduction=reduction), x=x, target=y, reduction=reduction, ignoreIndex=2)
            logp = F.log_softmax(x, dim=1)
            case('torch', 'nll', lambda: F.nll_loss(logp, y, weight=w, reduction=reduction), x=logp, target=y, weight=w, reduction=reduction, ignoreIndex=-100)
            p = torch.sigmoid(x)
            hard = (s > 0.25).to(dtype)
            case('torch', 'binaryCrossEntropy', lambda: F.binary_cross_entropy(p, hard, reduction=reduction), x=p, target=hard, reduction=reduction)
            case('torch', 'binaryCrossEntropyWithLogits', lambda: F.binary_cross_entropy_with_logits(x, hard, weight=w, pos_weight=w * 2, reduction=reduction), x=x, target=hard, weight=w, posWeight=w * 2, reduction=reduction)
            case('torch', 'binaryCrossEntropyWithLogits', lambda: F.binary_cross_entropy_with_logits(x * 100, s, reduction=reduction), x=x * 100, target=s, reduction=reduction)
            case('torch', 'klDiv', lambda: F.kl_div(logp, s, reduction=reduction), x=logp, target=s, reduction=reduction)
            case('torch', 'klDiv', lambda: F.kl_div(logp, F.log_softmax(s, 1), reduction=reduction, log_target=True), x=logp, target=F.log_softmax(s, 1), reduction=reduction, logTarget=True)
            for op, function in {'mse': F.mse_loss, 'l1': F.l1_loss, 'smoothL1': F.smooth_l1_loss, 'huber': F.huber_loss}.items():
                case('torch', op, lambda: function(x, s, reduction=reduction), x=x, target=s, reduction=reduction)
            sign = torch.where(s > 0.25, 1.0, -1.0).to(dtype)
            case('torch', 'softMargin', lambda: F.soft_margin_loss(x, sign, reduction=reduction), x=x, target=sign, reduction=reduction)
            case('torch', 'hingeEmbedding', lambda: F.hinge_embedding_loss(x, sign, reduction=reduction), x=x, target=sign, reduction=reduction)
            case('torch', 'multiLabelSoftMargin', lambda: F.multilabel_soft_margin_loss(x, hard, reduction=reduction), x=x, target=hard, reduction=reduction)
            case('torch', 'multiMargin', lambda: F.multi_margin_loss(x, y, reduction=reduction), x=x, target=y, reduction=reduction)
            case('torch', 'poissonNll', lambda: F.poisson_nll_loss(x, s, reduction=reduction), x=x, target=s, reduction=reduction, logInput=True, full=False)
            case('torch', 'tripletMargin', lambda: F.triplet_margin_loss(x, s, x.flip(0), reduction=reduction), x=x, y=s, z=x.flip(0), reduction=reduction)
            case('torch', 'gaussianNll', lambda: F.gaussian_nll_loss(x, s, s + 0.1, reduction=reduction), x=x, target=s, variance=s + 0.1, reduction=reduction, full=False, epsilon=1e-6)
        case('torch', 'klDiv', lambda: F.kl_div(logp, s, reduction='batchmean'), x=logp, target=s, reduction='batchmean')
        case('torch', 'crossEntropy', lambda: F.cross_entropy(x[0], y[0]), x=x[0], target=y[0], reduction='mean', ignoreIndex=-100)
    case('torch', 'crossEntropy', lambda: F.cross_entropy(z, torch.tensor([0, 1])), x=z, target=torch.tensor([0, 1]))
    case('torch', 'crossEntropy', lambda: F.cross_entropy(z, torch.tensor([0, 1, 3])), x=z, target=torch.tensor([0, 1, 3]))
    case('torch', 'crossEntropy', lambda: F.cross_entropy(z, torch.tensor([0, 1, 2], dtype=torch.int32)), x=z, target=torch.tensor([0, 1, 2], dtype=torch.int32))
    case('torch', 'crossEntropy', lambda: F.cross_entropy(z, torch.tensor([0.0, 1.0, 2.0])), x=z, target=torch.tensor([0.0, 1.0, 2.0]))
    case('torch', 'binaryCrossEntropy', lambda: F.binary_cross_entropy(z, soft), x=z, target=soft)
    case('torch', 'binaryCrossEntropyWithLogits', lambda: F.binary_cross_entropy_with_logits(z, soft[0]), x=z, target=soft[0])
    saturated = torch.tensor([0.0, 1.0, 1.0])
    case('torch', 'binaryCrossEntropy', lambda: F.binary_cross_entropy(saturated, 1 - saturated), x=saturated, target=1 - saturated)
    images = torch.arange(24.0).reshape(2, 3, 2, 2) / 5
    classes = torch.tensor([[[0, 1], [2, 0]], [[1, 1], [0, 2]]])
    case('torch', 'crossEntropy', lambda: F.cross_entropy(images, classes), x=images, target=classes, reduction='mean', ignoreIndex=-100)


def metric_cases():
    from sklearn import metrics
    truth, guess = np.array([0, 1, 2, 2, 1]), np.array([0, 2, 2, 2, 1])
    case('sklearn', 'accuracy', lambda: metrics.accuracy_score(truth, guess), target=truth, x=guess)
    case('sklearn', 'confusionMatrix', lambda: metrics.confusion_matrix(truth, guess), target=truth, x=guess)
    p = np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.2, 0.2, 0.6], [0.3, 0.3, 0.4], [0.0, 1.0, 0.0]])
    case('sklearn', 'logLoss', lambda: metrics.log_loss(truth, p), target=truth, x=p)
    case('sklearn', 'brier', lambda: metrics.brier_score_loss([0, 1, 1], [0.1, 0.8, 0.4]), target=np.array([0, 1, 1]), x=np.array([0.1, 0.8, 0.4]))
    case('scipy', 'entropyOf', lambda: scipy.stats.entropy([0.5, 0.3, 0.2]), x=np.array([0.5, 0.3, 0.2]))
    case('scipy', 'entropyOf', lambda: scipy.stats.entropy([5, 3, 2], base=2), x=np.array([5, 3, 2]), base=2)
    case('scipy', 'entropyOf', lambda: scipy.stats.entropy(p, axis=1), x=p, axis=1)
    case('scipy', 'entropyOf', lambda: scipy.stats.entropy([0.5, 0.5], [0.9, 0.1]), x=np.array([0.5, 0.5]), y=np.array([0.9, 0.1]))
    for parameter in ('probs', 'logits'):
        x = torch.tensor([[0.7, 0.2, 0.1], [0.3, 0.3, 0.6]]) if parameter == 'probs' else torch.tensor(MATRIX)
        categorical = torch.distributions.Categorical(**{parameter: x})
        value = torch.tensor([0, 2])
        case('torch', 'distributionLogProb', lambda: categorical.log_prob(value), kind='categorical', x=value, **{parameter: x})
        case('torch', 'distributionEntropy', lambda: categorical.entropy(), kind='categorical', **{parameter: x})
        case('torch', 'distributionProbs', lambda: categorical.probs, kind='categorical', **{parameter: x})
        case('torch', 'distributionLogits', lambda: categorical.logits, kind='categorical', **{parameter: x})
        bernoulli = torch.distributions.Bernoulli(**{parameter: x})
        hits = torch.tensor([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
        case('torch', 'distributionLogProb', lambda: bernoulli.log_prob(hits), kind='bernoulli', x=hits, **{parameter: x})
        case('torch', 'distributionEntropy', lambda: bernoulli.entropy(), kind='bernoulli', **{parameter: x})
        case('torch', 'distributionProbs', lambda: bernoulli.probs, kind='bernoulli', **{parameter: x})


def main():
    count = write_operators()
    for build in (index_cases, elementwise_cases, reduction_cases, softmax_cases, shape_cases, selection_cases, creation_cases, cast_cases, mixed_cases, algebra_cases, loss_cases, metric_cases):
        build()
    with open(os.path.join(HERE, 'operations.json'), 'w') as out:
        out.write('{"values":[\n' + ',\n'.join(VALUES) + '\n],"cases":[\n')
        out.write(',\n'.join(json.dumps(row, separators=(',', ':')) for row in CASES) + '\n]}\n')
    print(f'{count} pairs under operators, {len(CASES)} operations')


if __name__ == '__main__':
    main()
