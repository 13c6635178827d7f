"""A message handed over once, for all recipients; tried again only while nobody can have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exporter.diagnostics import Diagnostic, diagnose
from exporter.mail.outcome import Delivery, Fate, Recipient, Reply
from exporter.mail.session import Access, Session, StoppedError
from exporter.values import Value

Sleep = Callable[[float], object]
Tell = Callable[[Diagnostic], object]

# Seconds: the first is for a server that is busy, the others for one that has strangers wait.
_FIRST_PAUSE = 5
_LONGER = 4


class Parcel(Value):
    """A message with what stands on its envelope: addresses, blind copies among them."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    message_id: str
    international: bool = False


class _LaterError(Exception):
    """The server may say otherwise later, and has nothing yet."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply))
        self.reply = reply


def pauses(retries: int) -> tuple[float, ...]:
    """How long to wait before each try after the first, in seconds."""
    return tuple(_FIRST_PAUSE * _LONGER**number for number in range(retries))


def deliver(
    parcel: Parcel, access: Access, waits: Sequence[float], *, sleep: Sleep, tell: Tell
) -> Delivery:
    """What became of the message after at most one try more than there are waits."""
    for number, wait in enumerate(waits, 2):
        try:
            return _try(parcel, access, is_last=False)
        except _LaterError as later:
            tell(
                diagnose(
                    "M014",
                    server=access.server,
                    reply=later.reply,
                    number=number,
                    tries=len(waits) + 1,
                    seconds=f"{wait:g}",
                )
            )
            sleep(wait)
    return _try(parcel, access, is_last=True)


def _try(parcel: Parcel, access: Access, *, is_last: bool) -> Delivery:
    """One conversation; _LaterError where a later one may go better, unless it is the last."""
    try:
        with Session(access) as session:
            return _conversation(session, parcel, is_last=is_last)
    except StoppedError as stopped:
        reply = stopped.reply
        if reply is not None and reply.is_temporary and not is_last:
            raise _LaterError(reply) from stopped
        return _all(parcel.recipients, Fate.UNSENT, reply, stopped.diagnostic)


def _conversation(session: Session, parcel: Parcel, *, is_last: bool) -> Delivery:
    hindrance = _hindrance(session, parcel)
    if hindrance is not None:
        return _all(parcel.recipients, Fate.UNSENT, None, hindrance)
    session.begin(parcel.sender, len(parcel.content), international=parcel.international)
    replies = {address: session.ask(address) for address in parcel.recipients}
    for reply in replies.values():
        if reply.is_temporary and not is_last:
            raise _LaterError(reply)
    refused = [
        Recipient(address, Fate.REFUSED, reply)
        for address, reply in replies.items()
        if not _is_yes(reply)
    ]
    said = [diagnose("M010", address=each.address, reply=each.reply) for each in refused]
    taken = tuple(address for address, reply in replies.items() if _is_yes(reply))
    if not taken:
        return Delivery(tuple(refused), tuple(said))
    last = _handed_over(session, parcel, taken, is_last=is_last)
    fates = {each.address: each for each in (*refused, *last.recipients)}
    in_order = tuple(fates[address] for address in parcel.recipients)
    return Delivery(in_order, (*said, *last.diagnostics))


def _hindrance(session: Session, parcel: Parcel) -> Diagnostic | None:
    """Why the server would not take the message, as it said itself at the beginning."""
    octets = len(parcel.content)
    if 0 < session.largest < octets:
        return diagnose("M003", most=session.largest, octets=octets)
    if parcel.international and not session.takes_international:
        return diagnose("M015")
    return None


def _handed_over(
    session: Session, parcel: Parcel, taken: Sequence[str], *, is_last: bool
) -> Delivery:
    reply = session.hand_over(parcel.content)
    if reply is None:
        lost = diagnose("M011", message_id=parcel.message_id, recipients=", ".join(taken))
        return _all(taken, Fate.UNKNOWN, None, lost)
    if _is_yes(reply):
        return _all(taken, Fate.ACCEPTED, reply)
    if reply.is_temporary and not is_last:  # its server says that it does not have it
        raise _LaterError(reply)
    return _all(taken, Fate.REFUSED, reply, diagnose("M012", reply=reply))


def _all(addresses: Sequence[str], fate: Fate, reply: Reply | None, *said: Diagnostic) -> Delivery:
    return Delivery(tuple(Recipient(each, fate, reply) for each in addresses), said)


def _is_yes(reply: Reply) -> bool:
    return 200 <= reply.code < 300
