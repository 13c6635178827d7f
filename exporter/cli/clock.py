"""The only place that reads the clock: all others are given the time."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The time, in UTC: for dated embargoes, a message's date, versions kept, a watch's log."""
    return datetime.now(UTC)  # noqa: TID251
