"""`python -m vaultgoals`: the same as the command."""

import os
import sys

# Python looks for modules in the folder it was called in, which may be a vault that somebody else sent.
if not os.path.samefile(os.path.dirname(os.path.dirname(__file__)), os.getcwd()):
    sys.path[:] = [place for place in sys.path if place not in ("", os.getcwd())]

from vaultgoals.cli import main

main()
