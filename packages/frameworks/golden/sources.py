r"""Writes the signatures found in the sources of libraries that need no installation, as JSON.

    node golden/names.mjs | python3 golden/sources.py keras=PATH optax=PATH jax=PATH flax=PATH distrax=PATH tfp=PATH \
        torchmetrics=PATH lightning=PATH > golden/sources.json

Each PATH is a clone of the library's repository (a bare one will do): its newest commit is read, and named in the result.
Only the text is read; nothing is imported. The names wanted come on standard input. The form is that of signatures.py.
"""

import ast
import json
import subprocess
import sys

# repository, folder or file, the modules its public names belong to
PLACES = [
    ("keras", "keras/src/activations/activations.py", ["keras.activations"]),
    ("keras", "keras/src/layers/", ["keras.layers"]),
    ("keras", "keras/src/losses/losses.py", ["keras.losses"]),
    ("keras", "keras/src/losses/loss.py", ["keras.losses"]),
    ("keras", "keras/src/metrics/", ["keras.metrics"]),
    ("keras", "keras/src/utils/numerical_utils.py", ["keras.utils"]),
    ("keras", "keras/src/ops/", ["keras.ops"]),
    ("keras", "keras/src/models/", ["keras"]),
    ("keras", "keras/src/random/random.py", ["keras.random"]),
    ("keras", "keras/src/legacy/backend.py", ["keras.backend"]),
    ("optax", "optax/losses/", ["optax", "optax.losses"]),
    ("jax", "jax/_src/numpy/", ["jax.numpy"]),
    ("jax", "jax/_src/nn/functions.py", ["jax.nn"]),
    ("jax", "jax/_src/ops/special.py", ["jax.nn", "jax.scipy.special"]),
    ("jax", "jax/_src/scipy/special.py", ["jax.scipy.special"]),
    ("jax", "jax/_src/random", ["jax.random"]),
    ("flax", "flax/linen/", ["flax.linen"]),
    ("distrax", "distrax/_src/distributions/", ["distrax"]),
    ("tfp", "tensorflow_probability/python/distributions/", ["tensorflow_probability.distributions"]),
    ("torchmetrics", "src/torchmetrics/classification/", ["torchmetrics", "torchmetrics.classification"]),
    ("torchmetrics", "src/torchmetrics/text/perplexity.py", ["torchmetrics.text"]),
    ("torchmetrics", "src/torchmetrics/functional/classification/", ["torchmetrics.functional"]),
    ("lightning", "src/lightning/pytorch/core/module.py", ["lightning.pytorch"]),
    ("lightning", "src/lightning/pytorch/core/datamodule.py", ["lightning.pytorch"]),
]
OTHER = {"other": ""}


def main():
    paths = dict(argument.split("=", 1) for argument in sys.argv[1:])
    commits = {name: git(path, "rev-parse", "HEAD").strip() for name, path in paths.items()}
    signatures = {}
    inherited = {}
    for repository, place, modules in PLACES:
        if repository not in paths:
            continue
        for file in git(paths[repository], "ls-tree", "-r", "--name-only", "HEAD", "--", place).split():
            if file.endswith(".py") and not file.endswith("_test.py"):
                for name, parameters, base in definitions(git(paths[repository], "show", f"HEAD:{file}")):
                    for module in modules:
                        if parameters is None:
                            inherited[f"{module}.{name}"] = f"{module}.{base}"
                        else:
                            signatures.setdefault(f"{module}.{name}", []).append(parameters)
    for name in inherited:
        source = name
        while source in inherited:
            source = inherited[source]
        signatures.setdefault(name, signatures.get(source, []))
    wanted = {line.split()[1] for line in sys.stdin}
    found = {name: overloads for name, overloads in signatures.items() if name in wanted}
    json.dump({"commits": commits, "signatures": found}, sys.stdout, sort_keys=True)
    print()


def git(path, *arguments):
    return subprocess.run(["git", "-C", path, *arguments], check=True, capture_output=True, text=True).stdout


def definitions(source):
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, from_arguments(node.args, 0), None
        elif isinstance(node, ast.ClassDef):
            bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
            yield node.name, constructor(node, bases), bases[0] if bases else None


def constructor(node, bases):
    """None where a base class of the same modules has it. `__new__` counts where it alone decides what is made."""
    for wanted in ("__init__", "__new__"):
        for each in node.body:
            if isinstance(each, ast.FunctionDef) and each.name == wanted:
                return from_arguments(each.args, 1)
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
    if not fields and bases:
        return None
    return [[each.target.id, "positional"] + ([] if each.value is None else [literal(each.value)]) for each in fields]


def from_arguments(arguments, skip):
    plain = arguments.posonlyargs + arguments.args
    defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
    kinds = ["positionalOnly"] * len(arguments.posonlyargs) + ["positional"] * len(arguments.args)
    result = [[each.arg, kind] + ([] if default is None else [literal(default)]) for each, kind, default in zip(plain, kinds, defaults)]
    if arguments.vararg:
        result.append([arguments.vararg.arg, "rest"])
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        result.append([each.arg, "keywordOnly"] + ([] if default is None else [literal(default)]))
    if arguments.kwarg:
        result.append([arguments.kwarg.arg, "restDict"])
    return result[skip:]


def literal(node):
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return OTHER
    plain = (bool, int, float, str, type(None))
    if isinstance(value, plain):
        return value
    if isinstance(value, (tuple, list)) and all(isinstance(item, plain) for item in value):
        return list(value)
    return OTHER


main()
