"""Where a vault lies in its git repository, for programs that name files from there."""

import os
from pathlib import Path


def path_in_repository(root: Path) -> str:
    """The path of the vault's folder from the root of its repository, ending in `/`.

    It is empty where the vault is the repository's root, or lies in none.
    """
    above = next((folder for folder in (root, *root.parents) if os.path.lexists(folder / ".git")), root)
    return "".join(f"{part}/" for part in root.relative_to(above).parts)
