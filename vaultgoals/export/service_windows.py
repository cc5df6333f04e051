"""The watcher as a task for the Task Scheduler of Windows, started when the person logs on."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vaultgoals.export.service import Service

_SCHEMA = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_SETTINGS = (
    ("MultipleInstancesPolicy", "IgnoreNew"),
    ("DisallowStartIfOnBatteries", "false"),
    ("StopIfGoingOnBatteries", "false"),
    ("StartWhenAvailable", "true"),
    ("ExecutionTimeLimit", "PT0S"),
    ("Priority", "7"),
)


def windows_task(service: Service) -> str:
    """The task's XML, version 1.2 of its schema, in ASCII, so that it may be stored in any encoding."""
    task = Element("Task", {"version": "1.2", "xmlns": _SCHEMA})
    told = SubElement(task, "RegistrationInfo")
    SubElement(told, "Description").text = f"vaultgoals keeps the pages of a vault current ({service.name})"
    trigger = SubElement(SubElement(task, "Triggers"), "LogonTrigger")
    _add(trigger, ("Enabled", "true"), ("UserId", service.user))
    principal = SubElement(SubElement(task, "Principals"), "Principal", {"id": "Author"})
    _add(
        principal, ("UserId", service.user), ("LogonType", "InteractiveToken"), ("RunLevel", "LeastPrivilege")
    )
    settings = SubElement(task, "Settings")
    _add(settings, *_SETTINGS)
    _add(SubElement(settings, "RestartOnFailure"), ("Interval", "PT1M"), ("Count", "10"))
    program, *words = service.words
    run = SubElement(SubElement(task, "Actions", {"Context": "Author"}), "Exec")
    _add(run, ("Command", program), ("Arguments", " ".join(map(_argument, words))))
    indent(task)
    return f'<?xml version="1.0"?>\n{tostring(task).decode()}\n'


def _add(parent: Element, *children: tuple[str, str]) -> None:
    for name, text in children:
        SubElement(parent, name).text = text


def _argument(word: str) -> str:
    """A word as a program's own C library takes it apart: quotes escaped, and backslashes before quotes."""
    if word and not re.search(r'[\s"]', word):
        return word
    escaped = re.sub(r'(\\*)("|$)', lambda end: end[1] * 2 + ('\\"' if end[2] else ""), word)
    return f'"{escaped}"'
