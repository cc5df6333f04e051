"""The writes that are cut short: of an old note, of a new one, on a poorer system, and beside a person."""

import errno
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from calls import FCNTL, GETPID, LINK, LINKAT, RENAMEAT2, SETLEASE
from person import WAYS, Person, by_rename_durably
from points import Point, Scenario, an_hour_later, own_vault
from tracer import Call, Fault, trace

from vaultgoals.core.source import digest_of
from vaultgoals.errors import VaultgoalsError
from vaultgoals.store.temp import name_beside
from vaultgoals.store.write import Fate, put

OLD, NEW, LINE = b"their words\nold block\n", b"their words\nnew block\n", b"and more of theirs\n"
SAVED = OLD + LINE
PAGE, FRESH = "Reviews/Page.md", "Reviews/2026/Fresh.md"


def _in_words(write: Callable[[Path], str]) -> Callable[[Path], str]:
    def work(root: Path) -> str:
        try:
            return write(root)
        except VaultgoalsError as error:
            return error.message

    return work


def _over(root: Path) -> str:
    return put(root, PAGE, NEW, over=digest_of(OLD)).fate


def _new(root: Path) -> str:
    return put(root, FRESH, NEW, over=None).fate


def _rewriting(
    name: str,
    fault: Fault = lambda call: 0,
    files: Mapping[str, bytes] | None = None,
    work: Callable[[Path], str] = _over,
) -> Scenario:
    files = files or {}
    return Scenario(
        name=name,
        path=PAGE,
        work=_in_words(work),
        stands=frozenset({OLD, NEW}),
        theirs=frozenset({OLD, *files.values()}),
        files={PAGE: OLD, **files},
        fault=lambda root: fault,
    )


def _beginning(name: str, fault: Fault = lambda call: 0) -> Scenario:
    return Scenario(
        name=name,
        path=FRESH,
        work=_in_words(_new),
        stands=frozenset({None, NEW}),
        theirs=frozenset({OLD}),
        files={PAGE: OLD},
        fault=lambda root: fault,
    )


def without_exchange(call: Call) -> int:
    """A file system that cannot swap two files."""
    return errno.EINVAL if call.number == RENAMEAT2 else 0


def without_links(call: Call) -> int:
    """One that cannot give a file a second name either."""
    return errno.EPERM if call.number in (LINK, LINKAT) else without_exchange(call)


def without_leases(call: Call) -> int:
    """One that does not tell who writes a file."""
    return errno.EINVAL if (call.number, call.second) == (FCNTL, SETLEASE) else 0


def _saved_before_the_exchange() -> Scenario:
    """A person saves in the moment before the two files are swapped; by rename, which waits for nobody."""
    people: dict[Path, Person] = {}

    def fault(root: Path) -> Fault:
        people[root] = Person(root / PAGE, LINE, by_rename_durably)

        def world(call: Call) -> int:
            if call.number == RENAMEAT2:
                people[root].save(patience=60)
            return 0

        return world

    return Scenario(
        name="a save before the exchange",
        path=PAGE,
        work=_in_words(_over),
        stands=frozenset({OLD, NEW, SAVED, NEW + LINE}),
        theirs=frozenset({SAVED}),
        files={PAGE: OLD},
        said="changed-meanwhile",
        fault=fault,
        after=lambda root: people.pop(root).finish(),
    )


STRAY = f"Reviews/{name_beside('', digest_of(NEW))}"
"""Left by a run that was killed; it holds what a person saved in that moment."""

SCENARIOS: tuple[Scenario, ...] = (
    _rewriting("rewriting a note"),
    _beginning("writing a new note"),
    _rewriting("rescuing a stray", files={STRAY: b"saved while a run was killed\n"}),
    _rewriting("rewriting without exchange", without_exchange),
    _rewriting("rewriting without exchange and links", without_links),
    _rewriting("rewriting without leases", without_leases),
    _beginning("writing a new note without exchange", without_exchange),
    _saved_before_the_exchange(),
)


def _carelessly(root: Path) -> str:
    (root / f"{PAGE}.new").write_bytes(NEW)
    (root / f"{PAGE}.new").replace(root / PAGE)
    return Fate.WRITTEN


CARELESS = _rewriting("writing without waiting for the disk", work=_carelessly)
"""As most programs write. A power cut leaves an empty note now and then, which is to be seen."""


def saves(way: str, fault: Fault = lambda call: 0, *, step: int = 1) -> Iterator[Point]:
    """A person saves at each system call of a write: what they saved stands there in the end."""
    with own_vault({PAGE: OLD}) as root, an_hour_later():
        calls = trace(partial(_over, root), fault).calls
    for call in [call for call in calls if call.number != GETPID][::step]:
        with own_vault({PAGE: OLD}) as root, an_hour_later():
            person = Person(root / PAGE, LINE, WAYS[way])

            def world(now: Call, person: Person = person, at: int = call.nth) -> int:
                if now.nth == at:
                    person.save()
                return fault(now)

            run = trace(partial(_in_words(_over), root), world)
            person.finish()
            stands = (root / PAGE).read_bytes()
            wrong = "" if stands in (SAVED, NEW + LINE) else f"the note holds {stands!r}; it said {run.said}"
            if (run.said or "traceback").startswith("traceback"):
                wrong = f"it said {run.said}"
            yield Point(where=f"saved {way} at call {call.nth} ({call.number})", wrong=wrong)
