"""What stops a picture."""

from __future__ import annotations


class PictureError(Exception):
    """A picture that cannot be shown; its text says why, as a clause that begins with "it"."""
