"""A third corpus, again written before looking at what is evaluated: expressions.txt and scripts/ of third/, run as further.py runs
its own, and at the end of each script what every name of its top level holds and how `str` shows it (endings.json).

    python3 packages/analysis/golden/corpus/third.py
"""
import contextlib
import io
import json
import types

import numpy as np
import torch
from further import FOLDER as FURTHER
from further import shown, write
from describe import default_printing, describable, describe

FOLDER = FURTHER.parent / "third"
OTHER = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType)


@default_printing()
def endings(path):
    scope = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(path.read_text(), path.name, "exec"), scope)
    values = {name: value for name, value in scope.items() if not name.startswith("__") and not isinstance(value, OTHER)}
    return [{"name": name, **described(value), **shown(value)} for name, value in values.items() if describable(value)]


def floats(value):
    items = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else []
    return [value] if type(value) is float else [x for item in items for x in floats(item)]


def described(value):
    """`precision`: of plain floats that a float32 holds, as `item()` gives them, no more digits are known."""
    numbers = [] if isinstance(value, (np.ndarray, torch.Tensor)) else floats(value)
    single = numbers and all(x == float(np.float32(x)) for x in numbers if x == x)
    return {**describe(value), **({"precision": "float32"} if single else {})}


def main():
    write(FOLDER, described)
    found = {path.name: endings(path) for path in sorted((FOLDER / "scripts").glob("*.py"))}
    blocks = [f"{json.dumps(name)}: [\n" + ",\n".join(map(json.dumps, values)) + "\n]" for name, values in found.items()]
    (FOLDER / "endings.json").write_text("{\n" + ",\n".join(blocks) + "\n}\n")


if __name__ == "__main__":
    main()
