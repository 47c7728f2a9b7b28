"""Prints, for each path read from standard input, one line of JSON: CPython's own syntax tree in the form of dump-ir.mjs.

Every expression is [kind, start, end, ...]; offsets are UTF-16 units, or null where CPython does not know them
(inside f-strings before 3.12). A file that CPython cannot parse gives {"error": ...}.
"""
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "MatMult": "@", "LShift": "<<",
    "RShift": ">>", "BitAnd": "&", "BitOr": "|", "BitXor": "^", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">",
    "GtE": ">=", "In": "in", "NotIn": "not in", "Is": "is", "IsNot": "is not", "And": "and", "Or": "or", "UAdd": "+", "USub": "-",
    "Invert": "~", "Not": "not",
}


def op(node):
    return OPERATORS[type(node).__name__]


class Dump:
    def __init__(self, text):
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + utf16(line) + 1)
        self.placed = True

    def offset(self, line, column):
        text = self.lines[line - 1]
        if text.isascii():
            return self.starts[line - 1] + column
        return self.starts[line - 1] + utf16(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "surrogatepass"))

    def at(self, kind, node, *rest):
        if not self.placed:
            return [kind, None, None, *rest]
        return [kind, self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset), *rest]

    def optional(self, node):
        return None if node is None else self.expr(node)

    def exprs(self, nodes):
        return [self.expr(node) for node in nodes]

    def expr(self, node):
        at = self.at
        kind = type(node).__name__
        if kind == "Constant":
            return self.constant(node)
        if kind == "Name":
            return at("name", node, node.id)
        if kind == "Attribute":
            return at("attribute", node, self.expr(node.value), node.attr)
        if kind == "Subscript":
            index = node.slice
            indices = self.exprs(index.elts) if isinstance(index, ast.Tuple) else [self.expr(index)]
            return at("index", node, self.expr(node.value), indices)
        if kind == "Slice":
            return at("slice", node, self.optional(node.lower), self.optional(node.upper), self.optional(node.step))
        if kind == "Starred":
            return at("spread", node, self.expr(node.value))
        if kind == "Call":
            return at("call", node, self.expr(node.func), self.arguments(node.args, node.keywords))
        if kind == "BinOp":
            return at("binary", node, op(node.op), self.expr(node.left), self.expr(node.right))
        if kind == "UnaryOp":
            return at("unary", node, op(node.op), self.expr(node.operand))
        if kind == "Compare":
            return at("compare", node, [op(each) for each in node.ops], self.exprs([node.left, *node.comparators]))
        if kind == "BoolOp":
            return self.logical(node)
        if kind == "IfExp":
            return at("conditional", node, self.expr(node.test), self.expr(node.body), self.expr(node.orelse))
        if kind == "Lambda":
            return at("lambda", node, self.parameters(node.args), self.expr(node.body))
        if kind in ("List", "Tuple", "Set"):
            return at(kind.lower(), node, self.exprs(node.elts))
        if kind == "Dict":
            return at("dict", node, [[self.optional(key), self.expr(value)] for key, value in zip(node.keys, node.values)])
        if kind in ("ListComp", "SetComp", "GeneratorExp"):
            name = {"ListComp": "list", "SetComp": "set", "GeneratorExp": "generator"}[kind]
            return at("comprehension", node, name, None, self.expr(node.elt), self.clauses(node.generators))
        if kind == "DictComp":
            return at("comprehension", node, "dict", self.expr(node.key), self.expr(node.value), self.clauses(node.generators))
        if kind == "NamedExpr":
            return at("named", node, self.target(node.target), self.expr(node.value))
        if kind == "Await":
            return at("await", node, self.expr(node.value))
        if kind == "Yield":
            return at("yield", node, self.optional(node.value))
        if kind == "YieldFrom":
            return at("yield from", node, self.expr(node.value))
        if kind == "JoinedStr":
            return at("fstring", node, self.fields(node))
        raise ValueError(kind)

    def constant(self, node):
        value = node.value
        if value is True or value is False or value is None:
            return self.at("constant", node, value)
        if value is ...:
            return self.at("constant", node, "ellipsis")
        if isinstance(value, str):
            return self.at("string", node, value)
        if isinstance(value, bytes):
            return self.at("bytes", node, value.decode("latin-1"))
        if isinstance(value, int):
            return self.at("int", node, str(value))
        if isinstance(value, float):
            return self.at("float", node, number(value))
        return self.at("imaginary", node, number(value.imag))

    def logical(self, node):
        first, *rest = node.values
        result = self.expr(first)
        start = self.at("logical", node)[1]
        for value in rest:
            right = self.expr(value)
            # CPython has one node for `a and b and c`; where the inner ones end is only known without parentheses.
            result = ["logical", start, None, op(node.op), result, right]
        result[2] = self.at("logical", node)[2]
        return result

    def fields(self, node):
        parts = []
        placed, self.placed = self.placed, self.placed and sys.version_info >= (3, 12)
        for value in node.values:
            if isinstance(value, ast.Constant):
                parts.append(value.value)
                continue
            spec = value.format_spec
            text = None
            if spec is not None and all(isinstance(each, ast.Constant) for each in spec.values):
                text = "".join(each.value for each in spec.values)
            parts.append([self.expr(value.value), None if value.conversion == -1 else chr(value.conversion), text])
        self.placed = placed
        return parts

    def arguments(self, args, keywords):
        items = []
        for arg in args:
            value = arg.value if isinstance(arg, ast.Starred) else arg
            items.append(((arg.lineno, arg.col_offset), ["*" if isinstance(arg, ast.Starred) else "", None, self.expr(value)]))
        for keyword in keywords:
            kind = "**" if keyword.arg is None else "="
            items.append(((keyword.lineno, keyword.col_offset), [kind, keyword.arg, self.expr(keyword.value)]))
        if self.placed:
            items.sort(key=lambda item: item[0])
        return [item[1] for item in items]

    def parameters(self, args):
        result = []
        positional = [*args.posonlyargs, *args.args]
        defaults = [None] * (len(positional) - len(args.defaults)) + args.defaults
        for index, (arg, default) in enumerate(zip(positional, defaults)):
            result.append(self.parameter("positionalOnly" if index < len(args.posonlyargs) else "positional", arg, default))
        if args.vararg:
            result.append(self.parameter("rest", args.vararg, None))
        for arg, default in zip(args.kwonlyargs, args.kw_defaults):
            result.append(self.parameter("keywordOnly", arg, default))
        if args.kwarg:
            result.append(self.parameter("restDict", args.kwarg, None))
        return result

    def parameter(self, kind, arg, default):
        return [kind, arg.arg, self.optional(arg.annotation), self.optional(default)]

    def clauses(self, generators):
        return [[self.target(each.target), self.expr(each.iter), self.exprs(each.ifs), bool(each.is_async)] for each in generators]

    def target(self, node):
        if isinstance(node, (ast.List, ast.Tuple)):
            return self.at("targets", node, [self.target(each) for each in node.elts])
        if isinstance(node, ast.Starred):
            return self.at("star", node, self.target(node.value))
        return self.expr(node)

    def body(self, nodes):
        return [each for node in nodes for each in self.statement(node)]

    def statement(self, node):
        kind = type(node).__name__
        if kind == "Expr":
            return [["expression", self.expr(node.value)]]
        if kind == "Assign":
            return [["assign", [self.target(each) for each in node.targets], self.expr(node.value), None]]
        if kind == "AnnAssign":
            return [["assign", [self.target(node.target)], self.optional(node.value), self.expr(node.annotation)]]
        if kind == "TypeAlias":
            return [["assign", [self.target(node.name)], self.expr(node.value), None]]
        if kind == "AugAssign":
            return [["augmented", op(node.op), self.target(node.target), self.expr(node.value)]]
        if kind == "Return":
            return [["return", self.optional(node.value)]]
        if kind in ("If", "While"):
            return [[kind.lower(), self.expr(node.test), self.body(node.body), self.body(node.orelse)]]
        if kind in ("For", "AsyncFor"):
            return [["for", kind != "For", self.target(node.target), self.expr(node.iter), self.body(node.body), self.body(node.orelse)]]
        if kind in ("With", "AsyncWith"):
            items = [[self.expr(each.context_expr), None if each.optional_vars is None else self.target(each.optional_vars)] for each in node.items]
            return [["with", kind != "With", items, self.body(node.body)]]
        if kind in ("Try", "TryStar"):
            handlers = [[self.optional(each.type), each.name, self.body(each.body)] for each in node.handlers]
            return [["try", self.body(node.body), handlers, self.body(node.orelse), self.body(node.finalbody)]]
        if kind in ("FunctionDef", "AsyncFunctionDef"):
            return [["function", kind != "FunctionDef", node.name, self.parameters(node.args), self.optional(node.returns),
                     self.exprs(node.decorator_list), self.body(node.body)]]
        if kind == "ClassDef":
            keywords = [[each.arg, self.expr(each.value)] for each in node.keywords]
            return [["class", node.name, self.exprs(node.bases), keywords, self.exprs(node.decorator_list), self.body(node.body)]]
        if kind == "Import":
            return [["import", each.name, 0, [], each.asname] for each in node.names]
        if kind == "ImportFrom":
            return [["import", node.module or "", node.level, [[each.name, each.asname] for each in node.names], None]]
        if kind == "Delete":
            return [["delete", [self.target(each) for each in node.targets]]]
        if kind == "Assert":
            return [["assert", self.expr(node.test), self.optional(node.msg)]]
        if kind == "Raise":
            return [["raise", self.optional(node.exc)]]
        if kind in ("Global", "Nonlocal"):
            return [["scope", kind.lower(), node.names]]
        if kind == "Match":
            cases = [[self.pattern(each.pattern), self.optional(each.guard), self.body(each.body)] for each in node.cases]
            return [["match", self.expr(node.subject), cases]]
        return [[kind.lower()]]

    def patterns(self, nodes):
        return [self.pattern(node) for node in nodes]

    def pattern(self, node):
        kind = type(node).__name__
        if kind == "MatchValue":
            return ["value", self.expr(node.value)]
        if kind == "MatchSingleton":
            return ["value", self.at("constant", node, node.value)]
        if kind == "MatchSequence":
            return ["sequence", self.patterns(node.patterns)]
        if kind == "MatchStar":
            return ["star", node.name]
        if kind == "MatchOr":
            return ["or", self.patterns(node.patterns)]
        if kind == "MatchAs":
            if node.pattern is None:
                return ["wildcard"] if node.name is None else ["capture", node.name, None]
            return ["capture", node.name, self.pattern(node.pattern)]
        if kind == "MatchMapping":
            return ["mapping", [[self.expr(key), self.pattern(each)] for key, each in zip(node.keys, node.patterns)], node.rest]
        keywords = [[name, self.pattern(each)] for name, each in zip(node.kwd_attrs, node.kwd_patterns)]
        return ["class", self.expr(node.cls), self.patterns(node.patterns), keywords]


def utf16(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def number(value):
    return str(value) if value in (float("inf"), float("-inf")) else value


def dump(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        if text.startswith("\ufeff") or "\f" in text or "\r" in text:
            return {"skip": "BOM, form feed or carriage return: CPython counts columns in another way"}
        return {"body": Dump(text).body(ast.parse(text).body)}
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"error": f"{type(error).__name__}: {error}"}


for line in sys.stdin:
    print(json.dumps(dump(line.rstrip("\n")), separators=(",", ":")), flush=True)
