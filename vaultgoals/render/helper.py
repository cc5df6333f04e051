"""The process that a vault's own templates run in: bounded, and with nothing in reach.

It is told the templates, then one page after another, each as a line of JSON on its standard input; it
answers each with a line on its standard output. It needs no file, and can open none.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import BinaryIO

from vaultgoals.render.environment import Environment, environment_of, written
from vaultgoals.render.fault import TemplateFault, fault_of
from vaultgoals.render.limits import give_up_rights, in_time
from vaultgoals.render.plain import Plain

LENGTH = 4 * 2**20
"""How many bytes a page may have; a note may have a little more."""


def main() -> None:
    """Answer until nobody asks any more."""
    # Brings in what is needed where something is wrong.
    Desk({"a": "{{ 'a' + 1 }}"}, {}, "", seconds=1).render("a", {})
    give_up_rights()
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer each line: templates with what is wrong in them, a page with its text or what went wrong."""
    desk = Desk({}, {}, "", seconds=0)
    for line in requests:
        request = json.loads(line)
        if "own" in request:
            desk = Desk(request["built_in"], request["own"], request["where"], seconds=request["seconds"])
            reply: Plain = {"faults": [asdict(fault) for fault in desk.look_over()]}
        else:
            made = desk.render(request["template"], request["values"])
            reply = {"text": made} if isinstance(made, str) else {"fault": asdict(made)}
        replies.write(json.dumps(reply).encode() + b"\n")
        replies.flush()


class Desk:
    """Some templates by name, the vault's `own` before the built-in ones; those lie at `where` in it.

    Each page may take so many `seconds` of work.
    """

    def __init__(
        self, built_in: Mapping[str, str], own: Mapping[str, str], where: str, *, seconds: float
    ) -> None:
        self._own = own
        self._seconds = seconds
        self._where = where
        self._jinja: Environment = environment_of(built_in, own, where=where)

    def look_over(self) -> Iterator[TemplateFault]:
        """What is wrong in its own templates before they are used."""
        for name in self._own:
            try:
                in_time(partial(self._jinja.get_template, name), self._seconds)
            except Exception as error:
                yield replace(fault_of(error, self._where), template=name)

    def render(self, template: str, values: Mapping[str, Plain]) -> str | TemplateFault:
        """A page by its template, or what is wrong with one of the vault's own."""
        try:
            text = in_time(partial(written, self._jinja, template, values), self._seconds)
            size = len(text.encode())
        except Exception as error:  # whatever a stranger's template makes of it
            return fault_of(error, self._where)
        if size > LENGTH:
            return TemplateFault(reason=f"it writes more than {LENGTH // 2**20} MiB", overrun=True)
        return text
