"""Writes the real signatures of the names read from standard input, as JSON.

    pnpm --filter @softlens/frameworks golden

Needs PyTorch, NumPy, SciPy and scikit-learn (Debian: python3-torch python3-numpy python3-scipy python3-sklearn).
Functions written in C++ have no signature at run time; PyTorch's are read from the stubs it ships, overload by overload,
NumPy's from the first line of their documentation. Each parameter is [name, kind, default]; a default that is no plain
literal is {"other": its text}, and a missing one is left out.
"""

import ast
import importlib
import inspect
import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")
KINDS = {
    inspect.Parameter.POSITIONAL_ONLY: "positionalOnly",
    inspect.Parameter.POSITIONAL_OR_KEYWORD: "positional",
    inspect.Parameter.KEYWORD_ONLY: "keywordOnly",
    inspect.Parameter.VAR_POSITIONAL: "rest",
    inspect.Parameter.VAR_KEYWORD: "restDict",
}
JSON_TYPES = (bool, int, str, type(None))


def main():
    names = [line.split() for line in sys.stdin if line.strip()]
    found = {}
    missing = []
    for kind, name in names:
        key = name + "()" if kind == "call" else name
        overloads = signatures(kind, name)
        if overloads is None:
            missing.append(key)
        else:
            found[key] = overloads
    json.dump({"versions": versions(), "missing": sorted(missing), "signatures": found}, sys.stdout, indent=None, sort_keys=True)
    print()


def versions():
    return {name: importlib.import_module(name).__version__ for name in ("numpy", "scipy", "sklearn", "torch")}


def resolve(name):
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            value = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        try:
            for part in parts[length:]:
                value = getattr(value, part)
            return value
        except AttributeError:
            return None
    return None


def signatures(kind, name):
    value = resolve(name)
    if value is None:
        return None
    if kind == "call":
        return inspected(getattr(value, "forward", None) or value.__call__, skip=1)
    if kind == "class":
        return inspected(value.__init__, skip=1) or inspected(value)
    skip = 1 if kind == "method" and not isinstance(inspect.getattr_static(resolve(name.rpartition(".")[0]), name.rpartition(".")[2]), (staticmethod,)) else 0
    if kind == "method" and inspect.ismethod(value):
        skip = 0
    return inspected(value, skip) or stubbed(name) or documented(value)


def inspected(value, skip=0):
    if value is None:
        return None
    try:
        parameters = list(inspect.signature(value).parameters.values())[skip:]
    except (ValueError, TypeError):
        return None
    if [p.kind for p in parameters] == [inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD]:
        return None
    return [[described(p.name, KINDS[p.kind], p.default) for p in parameters]]


def described(name, kind, default):
    if default is inspect.Parameter.empty:
        return [name, kind]
    return [name, kind, literal(default)]


def literal(value):
    if isinstance(value, float):
        return value if abs(value) != float("inf") and value == value else {"other": repr(value)}
    if isinstance(value, JSON_TYPES):
        return value
    if isinstance(value, (tuple, list)):
        return [literal(item) for item in value]
    return {"other": str(value)}


def documented(value):
    """NumPy's C functions put their signature on the first line, or in a NumPy-style `out=None` form."""
    lines = (getattr(value, "__doc__", None) or "").strip().split("\n")
    first = lines[0].strip()
    if "(" not in first:
        return None
    text = first[first.index("(") :].split(" -> ")[0].replace("[, signature, extobj]", "").replace("\\*", "*")
    text = text.replace("[", "").replace("]", "").replace("<no value>", "...")
    return parsed("def f" + text + ": pass")


def parsed(source):
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return None
    return [from_ast(tree.body[0].args, 0)]


def from_ast(arguments, skip):
    result = []
    plain = arguments.posonlyargs + arguments.args
    defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
    for index, (each, default) in enumerate(zip(plain, defaults)):
        kind = "positionalOnly" if index < len(arguments.posonlyargs) else "positional"
        result.append([each.arg, kind] + ([] if default is None else [from_node(default)]))
    if arguments.vararg:
        result.append([arguments.vararg.arg, "rest"])
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        result.append([each.arg, "keywordOnly"] + ([] if default is None else [from_node(default)]))
    if arguments.kwarg:
        result.append([arguments.kwarg.arg, "restDict"])
    return result[skip:]


def from_node(node):
    try:
        return literal(ast.literal_eval(node))
    except ValueError:
        return {"other": ast.unparse(node)}


def stub_index():
    import torch

    folder = os.path.join(os.path.dirname(torch.__file__), "_C")
    index = {}
    with open(os.path.join(folder, "_VariableFunctions.pyi"), encoding="utf-8") as file:
        collect(ast.parse(file.read()).body, "torch.", 0, index)
    with open(os.path.join(folder, "__init__.pyi"), encoding="utf-8") as file:
        for node in ast.parse(file.read()).body:
            if isinstance(node, ast.ClassDef) and node.name in ("_TensorBase", "TensorBase"):
                collect(node.body, "torch.Tensor.", 0, index)
            elif isinstance(node, ast.FunctionDef):
                collect([node], "torch.", 0, index)
    for node_name in ("nn/functional.pyi",):
        path = os.path.join(os.path.dirname(torch.__file__), node_name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                collect(ast.parse(file.read()).body, "torch.nn.functional.", 0, index)
    return index


def collect(body, prefix, skip, index):
    for node in body:
        if isinstance(node, ast.FunctionDef):
            index.setdefault(prefix + node.name, []).append(from_ast(node.args, skip))


STUBS = stub_index()


def stubbed(name):
    return STUBS.get(name)


main()
