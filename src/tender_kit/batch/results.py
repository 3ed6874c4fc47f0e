"""What comes of one file among many: its notice, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
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

    ``line`` is the notice as JSON, as a line of a ``.jsonl`` holds it. It is what crosses from process to process;
    the notice is built from it when it is asked for, in some 4 % of the time that reading took.
    """

    path: str
    line: bytes = b""
    text: str = ""
    failure: Failure | None = None

    @cached_property
    def notice(self) -> Notice | None:
        """The notice, with the text of its document; None where the file could not be read."""
        if self.failure is not None:
            return None
        return Notice.model_validate_json(self.line).model_copy(update={"document": PlainDocument(self.text)})
