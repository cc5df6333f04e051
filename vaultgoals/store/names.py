"""The files of a vault, besides its notes, that say something to us, by their paths in it."""

SETTINGS = "vaultgoals.toml"
"""The vault's own settings, which mark a folder as a vault."""

BASELINE = "vaultgoals-baseline.json"
"""The findings that are known. It is no note, and not hidden, so that it is shared as the notes are."""

PLUGINS = ".obsidian/community-plugins.json"
PERIODIC = ".obsidian/plugins/periodic-notes/data.json"
CALENDAR = ".obsidian/plugins/calendar/data.json"
DAILY = ".obsidian/daily-notes.json"
OBSIDIANS_TEMPLATES = ".obsidian/templates.json"
TEMPLATER = ".obsidian/plugins/templater-obsidian/data.json"
OBSIDIANS = (PLUGINS, PERIODIC, CALENDAR, DAILY, OBSIDIANS_TEMPLATES, TEMPLATER)
"""Obsidian's own settings that say how periodic notes are named, and where templates lie."""

SNIPPETS = ".obsidian/snippets/"
SNIPPET = f"{SNIPPETS}vaultgoals.css"
"""The style sheet that `init --obsidian` offers: the one hidden file that we ever write."""

LIST_OF_CONFLICTS = "conflict-files-obsidian-git.md"
"""What the plugin obsidian-git puts at the vault's root while a merge has conflicts; it is no note."""

TEMPLATES = ".vaultgoals/templates/"
"""The folder of the vault's own templates, with a slash at its end."""

TEMPLATE_FOLDERS = ("", "pages/", "blocks/")
TEMPLATE_ENDING = ".j2"
