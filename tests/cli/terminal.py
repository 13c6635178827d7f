"""A terminal at which a test types."""

from __future__ import annotations

import os
import pty


def type_into(command: list[str], variables: dict[str, str], *lines: str) -> str:
    """What a terminal shows after lines have been typed into an interactive program."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, variables)
    for line in lines:
        os.write(terminal, line.encode() + b"\n")
    shown = b""
    try:
        while block := os.read(terminal, 4096):
            shown += block
    except OSError:  # the program has ended and with it the terminal
        pass
    os.waitpid(child, 0)
    return shown.decode()
