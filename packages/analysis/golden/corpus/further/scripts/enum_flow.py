from enum import Enum
from typing import NamedTuple, Optional, List
import operator

class Op(Enum):
    ADD = "+"
    MUL = "*"

    @property
    def fn(self):
        return {Op.ADD: operator.add, Op.MUL: operator.mul}[self]

    @classmethod
    def parse(cls, s):
        for op in cls:
            if op.value == s:
                return op
        raise ValueError(s)

class Result(NamedTuple):
    label: str
    score: float = 0.0

    def pretty(self) -> str:
        return f"{self.label}: {self.score:.1f}"

class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

def evaluate(tokens: List[str]) -> Optional[float]:
    stack = []
    for tok in tokens:
        if tok in {"+", "*"}:
            b, a = stack.pop(), stack.pop()
            stack.append(Op.parse(tok).fn(a, b))
        else:
            stack.append(float(tok))
    return stack[0] if stack else None

rpn = evaluate("3 4 + 2 *".split())
none = evaluate([])
r = Result("cat", 0.9)
label, score = r
pretty = r.pretty()
d = r._asdict()
tree = Node(2, Node(1), Node(3))
walk = list(tree)
op = Op.parse("*")
op_name = op.name
ops = {o.value: o.name for o in Op}
same = Op("+") == Op.ADD
is_member = Op.ADD in Op
lookup = {"relu": lambda x: max(0.0, x), "id": lambda x: x}
acts = [lookup[k](-1.5) for k in ("relu", "id")]
text = str(Op.ADD)
rep = repr(r)
hashable = {Op.ADD: 1}[Op.ADD]
