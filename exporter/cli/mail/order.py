"""From the options of a mail to the message, and to where it goes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from exporter.cli.console import Narrator
from exporter.cli.inputs import STANDARD_INPUT, find
from exporter.cli.mail.credentials import login_for
from exporter.cli.mail.letters import Terms
from exporter.cli.mail.mailing import Mailing
from exporter.cli.mail.report import MailReport
from exporter.cli.mail.ways import Draft, Post, Way
from exporter.cli.order import editing_options, narrating
from exporter.cli.shelf import keeping_compiled
from exporter.diagnostics import Diagnostic, UsageError, diagnose
from exporter.mail.session import Access


def carry_out(
    inputs: Sequence[str],
    given: Mapping[str, Any],
    warnings: Sequence[Diagnostic],
    typed: Sequence[str],
) -> int:
    """Exit status of a mail with the options given.

    `warnings` are about the settings; `typed` are those ways to go that the command line names.
    """
    narrator = narrating(given, warnings)
    report = MailReport(as_json=given["json"])
    way = _way(given, typed, narrator)
    stories, barren = find(inputs)
    if isinstance(way, Draft):
        way.spare(stories)
    options = editing_options(given)
    mailing = Mailing(options, _terms(given, options.now), way, report, narrator)
    with keeping_compiled(os.environ, wanted=not given["no_cache"]):
        return mailing.run(stories, barren)


def _way(given: Mapping[str, Any], typed: Sequence[str], narrator: Narrator) -> Way:
    """Where the message goes: what is typed goes before what is set; UsageError."""
    eml, server = given["eml"], given["smtp"]
    if len(typed) > 1:
        raise UsageError(diagnose("U047"))
    if typed == ["smtp"]:
        eml = None
    if eml is not None:
        if eml == STANDARD_INPUT and given["json"]:
            raise UsageError(diagnose("U050"))
        return Draft(eml)
    if server is None:
        raise UsageError(diagnose("U044"))
    if given["sender"] is None:
        raise UsageError(diagnose("U048", what="a sender", option="--from"))
    if not (given["to"] or given["cc"] or given["bcc"]):
        raise UsageError(diagnose("U048", what="a recipient", option="--to"))
    access = Access(
        server=server,
        login=login_for(server, os.environ),
        plain=given["plain"],
        authorities=given["ca_file"],
        timeout=given["timeout"],
    )
    return Post(access, given["retries"], narrator)


def _terms(given: Mapping[str, Any], now: datetime | None) -> Terms:
    return Terms(
        sender=given["sender"],
        to=given["to"],
        cc=given["cc"],
        bcc=given["bcc"],
        subject=given["subject"],
        letter=given["body"],
        formats=given["format"],
        template=given["name"],
        most=given["max_size"],
        now=now.astimezone() if now and not given["reproducible"] else None,
    )
