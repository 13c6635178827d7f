"""Dates as datelines and machine formats write them, always in UTC."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time

from exporter.diagnostics import UsageError, diagnose


def iso_datetime(text: str) -> datetime | None:
    """The moment that ISO 8601 writes so, UTC where it names no zone; None when it is none."""
    try:
        found = datetime.fromisoformat(text.strip())
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def written_date(text: str) -> datetime | None:
    """The day that a dateline or a machine format writes, at midnight; None without its year."""
    from exporter.readers.wire.dates import full_date

    exact = iso_datetime(text)
    found = full_date(text) if exact is None else None
    return datetime.combine(found[0], time(), UTC) if found else exact


def source_date_epoch(environment: Mapping[str, str]) -> datetime | None:
    """The date that SOURCE_DATE_EPOCH sets, None when unset; UsageError when it is no number."""
    value = environment.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    try:
        if not re.fullmatch(r"[0-9]{1,12}", value):
            raise ValueError(value)
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(diagnose("U006", value=value)) from error
