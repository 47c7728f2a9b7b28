"""Runs every script of scripts/ through real Python and writes scripts.json: the value of each name that a top-level statement binds.

    python3 packages/analysis/golden/corpus/scripts.py
"""
import ast
import contextlib
import io
import json
import pathlib
import sys
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from describe import HERE, default_printing, describable, describe  # noqa: E402

warnings.simplefilter("ignore")


def names_bound(node):
    """Names that a plain assignment at the top level binds, in order."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, (ast.AugAssign, ast.AnnAssign)) else []
    return [n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]


@default_printing()
def run(path, describe=describe):
    source = path.read_text()
    scope = {"__name__": "__main__"}
    rows = []
    for node in ast.parse(source).body:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(ast.Module([node], []), path.name, "exec"), scope)
        for name in names_bound(node):
            if describable(scope[name]):
                rows.append({"line": node.lineno, "name": name, **describe(scope[name])})
    return rows


def main():
    scripts = {path.name: run(path) for path in sorted((HERE / "scripts").glob("*.py"))}
    blocks = [f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in scripts.items()]
    (HERE / "scripts.json").write_text("{\n" + ",\n".join(blocks) + "\n}\n")
    print(f"{len(scripts)} scripts, {sum(map(len, scripts.values()))} values")


if __name__ == "__main__":
    main()
