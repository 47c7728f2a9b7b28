"""A second corpus, written by somebody who had not seen the first: expressions.txt and scripts/ of further/, run through real
Python, NumPy, SciPy, PyTorch and scikit-learn. Writes expressions.json and scripts.json beside them: what each expression gives
and how `str` shows it (or the exception that it raises), and the value of each name that a top-level statement binds.

    python3 packages/analysis/golden/corpus/further.py
"""
import json
import pathlib
import sys
import warnings

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from describe import HERE, describable, describe  # noqa: E402
from scripts import run  # noqa: E402

warnings.simplefilter("ignore")
np.seterr(all="ignore")
FOLDER = HERE / "further"


def shown(value):
    """The text of a value, unless it is long or tells an address."""
    text = str(value)
    return {} if len(text) > 2000 or " at 0x" in text else {"text": text}


def row(expression, scope):
    try:
        value = eval(expression, dict(scope))
    except Exception as error:
        return {"expression": expression, "raises": type(error).__name__}
    if isinstance(value, (range, set, frozenset)):
        return {"expression": expression, **shown(value)} if isinstance(value, range) or len(value) < 2 else None
    if not describable(value):
        return {"expression": expression, **shown(value)}
    return {"expression": expression, **describe(value), **shown(value)}


def write(folder, describe=describe):
    scope = {}
    exec((folder / "prelude.py").read_text(), scope)
    lines = [line for line in (folder / "expressions.txt").read_text().splitlines() if line.strip() and not line.startswith("#")]
    rows = [found for found in (row(line, scope) for line in lines) if found]
    (folder / "expressions.json").write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n")
    found = {path.name: run(path, describe) for path in sorted((folder / "scripts").glob("*.py"))}
    blocks = [f"{json.dumps(name)}: [\n" + ",\n".join(map(json.dumps, values)) + "\n]" for name, values in found.items()]
    (folder / "scripts.json").write_text("{\n" + ",\n".join(blocks) + "\n}\n")
    print(f"{len(rows)} expressions, {len(found)} scripts, {sum(map(len, found.values()))} values")


if __name__ == "__main__":
    write(FOLDER)
