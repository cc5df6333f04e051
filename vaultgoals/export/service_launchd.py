"""The watcher as an agent for launchd, in the person's own session."""

import plistlib

from vaultgoals.export.service import Service


def launchd_plist(service: Service) -> str:
    """The property list's text, as launchd.plist(5) describes it. No word may hold a control character."""
    agent = {
        "Label": service.name,
        "ProgramArguments": [*service.words],
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 60,
        "ProcessType": "Background",
        "StandardErrorPath": f"{service.logs}/{service.name}.log",
    }
    return plistlib.dumps(agent, sort_keys=False).decode()
