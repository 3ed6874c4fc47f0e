"""The limits of reading that a run was given: ``tender-kit --limit pages=5000 parse …``."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tender_kit.document.sources.limits import Limits

_CHOSEN: ContextVar[Limits | None] = ContextVar("limits", default=None)


def choose_limits(options: list[str]) -> None:
    """Take the limits of the command line for this run; wrong ones are wrong use."""
    if not options:
        _CHOSEN.set(None)
        return
    from tender_kit.app.cli.outcome import refuse
    from tender_kit.core.errors import TenderKitError
    from tender_kit.document.sources.limits import parse_limits

    try:
        _CHOSEN.set(parse_limits(options))
    except TenderKitError as error:
        refuse(error)


def chosen_limits() -> Limits | None:
    """Give the limits of this run; None for the usual ones."""
    return _CHOSEN.get()
