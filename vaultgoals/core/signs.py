"""The signs in a note's text that say that it concerns us, wherever they stand."""

MARK = "vaultgoals:"
"""What every marker of ours holds."""

CONFLICT = "<" * 7
"""What every conflict of a merge begins with."""
