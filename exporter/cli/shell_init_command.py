"""`exporter shell-init`: what makes `export --format pdf` reach the program in a shell."""

from __future__ import annotations

import click

from exporter.cli import status
from exporter.cli.command import Command
from exporter.cli.console import put_line

# The function hides no option of the builtin: none begins with two hyphens, but for "--" itself.
_BASH = """\
# export --format pdf, and whatever else begins with --, goes to the exporter;
# everything else is the shell's own export.
function export {
  case ${1-} in
    --?*) command exporter "$@" ;;
    *) builtin export "$@" ;;
  esac
}
"""

# In zsh `export` is a reserved word, and a function in its place would expand A=$(cmd) and
# A=~/bin otherwise than the shell does: the line is put right before the shell reads it.
_ZSH = """\
# A line that begins with export -- goes to the exporter;
# everything else is the shell's own export.
_exporter_accept_line() {
  local line=${BUFFER#"${BUFFER%%[![:blank:]]*}"}
  [[ $line == "export --"[^[:space:]]* ]] && BUFFER="exporter ${line#export }"
  zle _exporter_former_accept_line
}
(( $+widgets[_exporter_former_accept_line] )) || zle -A accept-line _exporter_former_accept_line
zle -N accept-line _exporter_accept_line
"""

_SHELLS = {"bash": _BASH, "zsh": _ZSH}
_EITHER = f"""\
if [ -n "${{ZSH_VERSION-}}" ]; then
{_ZSH}else
{_BASH}fi
"""


_HELP = """\
Print what makes `export --format pdf` work in bash or zsh.

`export` is a builtin of every shell, which never lets a program of that name be called.

\b
Examples:
  eval "$(exporter shell-init)"     in ~/.bashrc or ~/.zshrc
"""


@click.command("shell-init", cls=Command, help=_HELP)
@click.argument("shell", type=click.Choice(list(_SHELLS)), required=False)
def command(shell: str | None) -> int:
    """Print what makes `export --format pdf` work in bash or zsh."""
    put_line((_SHELLS[shell] if shell else _EITHER).rstrip())
    return status.DONE
