"""`python -m vaultgoals`: the same as the command."""

from vaultgoals.cli import main

main()
