"""The program over an archive in an empty folder."""

from tests.cli.archiving.conftest import archive, backends, run, slugged

__all__ = ["archive", "backends", "run", "slugged"]
