"""The small wrongs that can be done to a module: each a copy of it with one thing changed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_OPPOSITE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
}
_ELSEWHERE = ("sys.platform == 'win32'", "sys.platform == 'darwin'", "sys.platform != 'linux'")
_OTHER: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


class Key(NamedTuple):
    """What names a mutant for as long as its place in the code reads as it does."""

    module: str
    function: str
    was: str
    now: str

    @property
    def words(self) -> str:
        """The same in one line."""
        return f"{self.module}.{self.function}: {self.was} → {self.now}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A module with one thing changed: in which function, from what to what, and the whole text of it."""

    key: Key
    text: str


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    for place in _places(tree, ""):
        node = place.node
        for now in _variations(node):
            place.put(now)
            text = ast.unparse(ast.fix_missing_locations(tree))
            place.put(node)
            yield Mutant(key=Key(module, place.function or "module", _brief(node), _brief(now)), text=text)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands in the tree, so that another can stand there for a while."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    function: str

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def _places(parent: ast.AST, function: str) -> Iterator[_Place]:
    for field, value in ast.iter_fields(parent):
        if field in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for index, node in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(node, ast.AST) or _is_left_alone(node):
                continue
            inside = function
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                inside = f"{function}.{node.name}".strip(".")
            if not _asks_for_the_system(node):
                yield _Place(node, parent, field, index, function)
            yield from _places(node, inside)


def _is_left_alone(node: ast.AST) -> bool:
    """Docstrings and other texts, imports, and what runs on another system than Linux only."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=test):
            return ast.unparse(test) in _ELSEWHERE
    return False


def _asks_for_the_system(node: ast.AST) -> bool:
    return isinstance(node, ast.Compare) and ast.unparse(node.left) == "sys.platform"


def _variations(node: ast.AST) -> Iterator[ast.AST]:
    yield from _of_an_expression(node)
    yield from _of_a_statement(node)


def _of_an_expression(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[op], comparators=[other]):
            yield from (ast.Compare(node.left, [kind()], [other]) for kind in _OPPOSITE.get(type(op), ()))
        case ast.BoolOp():
            yield from _of_a_junction(node)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd()):
            yield from (node.left, node.right)
        case ast.BinOp() if type(node.op) in _OTHER:
            yield ast.BinOp(node.left, _OTHER[type(node.op)](), node.right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.comprehension(ifs=[_, *_]):
            yield ast.comprehension(node.target, node.iter, [], node.is_async)


def _of_a_junction(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    for left_out in node.values:
        rest = [value for value in node.values if value is not left_out]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _of_a_statement(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.If() | ast.While() | ast.IfExp() if not _asks_for_the_system(node.test):
            yield from _with_test(node, ast.Constant(value=False))
            yield from _with_test(node, ast.UnaryOp(ast.Not(), node.test))
        case ast.Return(value=ast.expr() as value) if not _is_no(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.Raise() | ast.Continue() | ast.Break() | ast.AugAssign():
            yield ast.Pass()
        case ast.ExceptHandler():
            yield ast.ExceptHandler(node.type, node.name, [ast.Raise()])
        case ast.With(items=[ast.withitem(context_expr=ast.Call(func=ast.Name(id="suppress")))]):
            yield ast.With([ast.withitem(ast.Call(ast.Name("suppress"), [], []))], node.body)


def _with_test(node: ast.If | ast.While | ast.IfExp, test: ast.expr) -> Iterator[ast.AST]:
    match node:
        case ast.If(body=body, orelse=orelse):
            yield ast.If(test, body, orelse)
        case ast.While(body=body, orelse=orelse):
            yield ast.While(test, body, orelse)
        case ast.IfExp(body=chosen, orelse=other):
            yield ast.IfExp(test, chosen, other)


def _is_no(node: ast.expr) -> bool:
    """None or False: the same to who asks whether something is so."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


def _brief(node: ast.AST) -> str:
    """What a mutant is named by: of a statement with others in it the first line, of a handler two."""
    lines = ast.unparse(ast.fix_missing_locations(node)).strip().split("\n")
    return " ".join(line.strip() for line in lines[: 2 if isinstance(node, ast.ExceptHandler) else 1])
