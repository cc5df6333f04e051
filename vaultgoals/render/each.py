"""The tag `{% each row in rows %}`: like `for`, but what it writes of a thing is kept until the next time."""

from collections.abc import Callable, Hashable, Iterable

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from vaultgoals.render.last_time import LastTime
from vaultgoals.render.plain import Plain


class Each(Extension):
    """What stands in it may depend on the thing alone, and on the words `given`: `each x in xs with given`.

    A page of thousands of lines is mostly what it was.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.tags = {"each"}

    def parse(self, parser: Parser) -> nodes.Node:
        """A tag as a call of `write` with what stands in it."""
        line = next(parser.stream).lineno
        name = parser.parse_assign_target(name_only=True)
        parser.stream.expect("name:in")
        things = parser.parse_expression()
        given = parser.parse_expression() if parser.stream.skip_if("name:with") else nodes.Const("")
        body = parser.parse_statements(("name:endeach",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{line}")
        name.set_ctx("param")
        call = self.call_method("write", [things, place, given])
        return nodes.CallBlock(call, [name], [], body).set_lineno(line)

    def write(
        self, things: Iterable[Plain], place: str, given: Hashable, caller: Callable[[Plain], str]
    ) -> str:
        """What stands in the tag at a place in a template, for one thing after the other."""
        known: LastTime[str] = vars(self.environment)["last_time"]

        def written(things: Iterable[Plain]) -> str:
            return "".join([known.of(thing, caller, place, given) for thing in things])

        return known.of(things, written, place, given)
