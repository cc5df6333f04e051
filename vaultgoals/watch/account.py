"""What was written and why, in one line."""

from collections.abc import Collection, Sequence

from vaultgoals.watch.wake import Cause, Wake


def reasons(
    changed: Collection[str],
    *,
    settings: bool,
    new_day: bool,
    doubted: Collection[str],
    woken: Wake,
    notes: Collection[str] = (),
) -> tuple[str, ...]:
    """Why pages are renewed: what is known to have changed, or else what woke the watcher.

    `doubted` is what looks half saved, so that it did not change yet; `notes` are the paths in the vault.
    """
    why = ["settings changed"] if settings else []
    if changed:
        why.append(f"{_told(changed, notes)} changed")
    if new_day:
        why.append("a new day")
    half = [f"{named(path, notes) if path else 'the vault'} looks half saved" for path in doubted]
    return tuple(why or half or _woke(woken, notes))


def _woke(woken: Wake, notes: Collection[str]) -> list[str]:
    causes = [cause.value for cause in woken.causes - {Cause.AGAIN}]
    if causes:
        return sorted(causes)
    if woken.paths:
        return [f"{_told(woken.paths, notes)} touched"]
    return [Cause.AGAIN.value if woken.causes else "what it wrote itself"]


def named(path: str, notes: Collection[str]) -> str:
    """A note's title; the path where another of the notes has that title too, and of other files."""
    name = path.rpartition("/")[2]
    if not name.endswith(".md"):
        return path
    same = (other for other in notes if other != path)
    is_clear = all(other.rpartition("/")[2].casefold() != name.casefold() for other in same)
    return name.removesuffix(".md") if is_clear else path


def _told(paths: Collection[str], notes: Collection[str]) -> str:
    """One name, or how many notes; other files are told only where there is no note among them."""
    changed = [path for path in paths if path.endswith(".md")]
    told = changed or paths
    if len(told) == 1:
        return named(next(iter(told)), notes)
    return f"{len(told)} {'notes' if changed else 'files'}"


def account(pages: Sequence[str], why: Sequence[str], notes: Collection[str] = (), *, width: int = 80) -> str:
    """What was written and why; of several pages the first ones only, where all would be too wide."""
    reason, names = ", ".join(why), [named(path, notes) for path in pages]
    for shown in range(len(names), 0, -1):
        more = len(names) - shown
        line = ", ".join(names[:shown]) + (f" and {more} more" if more else "") + f" written: {reason}"
        if len(line) <= width or shown == 1:
            return line
    return f"Nothing to write: {reason}"
