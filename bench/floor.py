"""The physical floor of reading a vault, to time beside the program in one run.

floor.py stat VAULT   walk every folder and stat every note: what "nothing changed" cannot beat
floor.py read VAULT   the same, and read every byte of every note into one buffer: what a cold run cannot beat

Both skip dot-folders, and count what they saw. `--click` imports click first, to compare with a program that
needs it.
"""

import os
import sys

if "--click" in sys.argv:
    __import__("click")
mode, vault = (argument for argument in sys.argv[1:] if argument != "--click")
buffer = bytearray(8 << 20)
notes = size = 0
folders = [vault]
while folders:
    with os.scandir(folders.pop()) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif entry.name.endswith(".md"):
                notes += 1
                stat = entry.stat(follow_symlinks=False)
                size += stat.st_size
                if mode == "read":
                    fd = os.open(entry.path, os.O_RDONLY)
                    while os.readv(fd, [buffer]):
                        pass
                    os.close(fd)
print(f"{notes} notes, {size} bytes")
