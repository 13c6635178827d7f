"""A parcel, and how it is delivered in a test."""

from __future__ import annotations

from exporter.mail.delivery import Parcel, deliver, pauses
from exporter.mail.outcome import Fate
from exporter.mail.server import Server
from exporter.mail.session import Access
from tests.mail.servers import scripted

CONTENT = b"Subject: Ferry\r\n\r\n.one\r\n..two\r\nthree.\r\n"
PARCEL = Parcel(
    sender="desk@example.org",
    recipients=("anna@example.org", "bo@example.org", "cy@example.org"),
    content=CONTENT,
    message_id="<1@example.org>",
)


class Sent:
    """How a parcel was delivered, how long was waited, and what was told meanwhile."""

    def __init__(self, server: Server, parcel: Parcel = PARCEL, retries: int = 2, **access) -> None:
        self.waited: list[float] = []
        self.told: list[str] = []
        self.delivery = deliver(
            parcel,
            Access(server, **{"timeout": 20, **access}),
            pauses(retries),
            sleep=self.waited.append,
            tell=lambda each: self.told.append(each.code),
        )

    @property
    def fates(self) -> list[Fate]:
        return [each.fate for each in self.delivery.recipients]

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.delivery.diagnostics]


def codes_after(*tables, **facts) -> list[str]:
    """What is said of a parcel for a server that answers so, also meanwhile."""
    with scripted(*tables) as server:
        sent = Sent(server.server, **facts)
    return [*sent.told, *sent.codes]
