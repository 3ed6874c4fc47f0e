"""What comes of one file among many: its notice, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from tender_kit.models.notice import Notice


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """The text that the evidence of a notice points into. The structure stays in the process that built it."""

    text: str


@dataclass(frozen=True)
class Parsed:
    """One file of many: ``notice`` or ``failure``, never both.

    ``sent`` and ``text`` are what has crossed from another process, ``made`` is a notice that was read in this one.
    """

    path: str
    sent: bytes = b""
    text: str = ""
    failure: Failure | None = None
    made: Notice | None = field(default=None, repr=False)

    @cached_property
    def line(self) -> bytes:
        """The notice as JSON, as a line of a ``.jsonl`` holds it; empty where the file could not be read."""
        return self.sent or (self.made.model_dump_json().encode() if self.made is not None else b"")

    @cached_property
    def notice(self) -> Notice | None:
        """The notice, with the text of its document; None where the file could not be read.

        From another process it is built when it is asked for, in some 4 % of the time that reading took, and has
        the text of its document without the structure.
        """
        if self.failure is not None or self.made is not None:
            return self.made
        return Notice.model_validate_json(self.sent).model_copy(update={"document": PlainDocument(self.text)})
