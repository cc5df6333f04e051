"""Runs vaultgoals and tells what it did: `observed.py REPORT doings|peak ARGUMENTS…`.

REPORT, in JSON, then holds for `doings` the files that it `opened` and the folders that it `listed`, each
with the moment, and the `modules` that it had imported at its end. For `peak` it holds the most memory that
it had, in bytes (null where the system does not tell); then nothing is listened to. Without arguments only
click is imported.
"""

import sys
import time

_OPENED: list[tuple[float, str]] = []
_LISTED: list[tuple[float, str]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str):
        _OPENED.append((time.monotonic(), arguments[0]))
    elif event == "os.scandir" and isinstance(arguments[0], str):
        _LISTED.append((time.monotonic(), arguments[0]))


def _peak() -> int | None:
    """The most memory that was ever resident.

    Not ru_maxrss, which a process has from the one that started it, where that was larger.
    """
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return None


def _tell(report: str) -> None:
    told = {"peak": _peak(), "modules": sorted(sys.modules), "opened": [*_OPENED], "listed": [*_LISTED]}
    import json

    with open(report, "w") as file:
        json.dump(told, file)


def main() -> None:
    """Take what is ours off the arguments, and call the program."""
    report, what = sys.argv.pop(1), sys.argv.pop(1)
    if what == "doings":
        sys.addaudithook(_hear)
    try:
        if len(sys.argv) == 1:
            __import__("click")
            return
        from vaultgoals.cli import main as vaultgoals

        vaultgoals()
    finally:
        _tell(report)


if __name__ == "__main__":
    main()
