"""Runs the programs of test/rewrites/torch.md in PyTorch and writes how far their results are apart, as JSON.

    /usr/bin/python3 golden/rewrites.py > golden/rewrites.json

Both programs of a case get the same weights, those of the head converted: one unit has w = w1 - w0 and b = b1 - b0 of two, two
units have zeros for class 0. A program leaves its `model` and the `results` of running it; it is run again after the conversion.
`programs` is the digest of the texts, by which the test sees that this file is older than they are.
"""

import hashlib
import json
import re
import sys
import types
from pathlib import Path

import torch

FOLDER = Path(__file__).parent.parent / "test" / "rewrites"
PATH = re.compile(r"^`([^`]+\.py)`:?\s*$")


def main():
    judged = {}
    for name, sections in cases((FOLDER / "torch.md").read_text()).items():
        before, after, back = (sections.get(part) for part in ("before", "after", "back"))
        if after is None:
            continue
        others = [after] if back is None else [after, back]
        judged[name] = {"programs": digest([before, after, back]), "difference": max(difference(before, one) for one in others)}
    json.dump(judged, sys.stdout, indent=2, ensure_ascii=False)
    print()


def cases(markdown):
    found, titles, part, path, lines = {}, [], None, None, iter(markdown.split("\n"))
    for line in lines:
        heading = re.match(r"^(#+)\s+(.*\S)", line)
        if heading:
            level = len(heading[1])
            titles = titles[: level - 1] + [heading[2]]
            part = titles[2] if level == 3 else None
            path = None
        elif line.startswith("```python") and part:
            text = "".join(each + "\n" for each in iter(lambda: next(lines), "```"))
            sections = found.setdefault(titles[1], {})
            files = sections.setdefault(part.split(",")[0], {})
            files[path or "main.py"] = text
            if part == "after, and back":
                sections["back"] = sections["before"]
            path = None
        elif line.strip():
            named = PATH.match(line)
            path = named[1] if named else None
    return found


def digest(programs):
    text = json.dumps(programs, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def difference(before, other):
    first = run({**before})
    second = run({**before, **other}, convert(weights(first["model"]), weights(fresh({**before, **other}))))
    pairs = list(zip(first["results"], second["results"]))
    assert len(first["results"]) == len(second["results"])
    return max(apart(a, b) for a, b in pairs)


def apart(a, b):
    assert a.shape == b.shape, (a.shape, b.shape)
    return float((a.double() - b.double()).abs().max())


def weights(model):
    return {name: value.detach().clone() for name, value in model.named_parameters()}


def fresh(program):
    return run(program)["model"]


def convert(old, new):
    return {name: value if value.shape == new[name].shape else converted(value) for name, value in old.items()}


def converted(value):
    return value[1:] - value[:1] if len(value) == 2 else torch.cat([torch.zeros_like(value), value])


def run(program, given=None):
    """Executes the files as modules, `main.py` last. With `given` weights every model made gets them before it is used."""
    for name in [name for name, module in sys.modules.items() if getattr(module, "of_case", False)]:
        del sys.modules[name]
    torch.manual_seed(1)
    data = module("data")
    data.x, data.y = torch.randn(32, 20), torch.randint(0, 2, (32,))
    files = dict(program)
    main_text = files.pop("main.py")
    for path, text in files.items():
        exec(compile(text, path, "exec"), module(path[:-3]).__dict__)
    space = {"__name__": "main"}
    head, model_line, rest = split_at_model(main_text)
    torch.manual_seed(1)
    exec(compile(head + model_line, "main.py", "exec"), space)
    if given is not None:
        with torch.no_grad():
            for name, parameter in space["model"].named_parameters():
                parameter.copy_(given[name])
    torch.manual_seed(2)
    exec(compile(rest, "main.py", "exec"), space)
    results = space["results"]
    space["results"] = results if isinstance(results, tuple) else (results,)
    return space


def split_at_model(text):
    at = re.search(r"^model = .*\n", text, re.M)
    return text[: at.start()], at[0], text[at.end() :]


def module(name):
    made = types.ModuleType(name)
    made.of_case = True
    sys.modules[name] = made
    return made


main()
