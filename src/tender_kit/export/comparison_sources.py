"""The source texts of a comparison's columns as its page holds them: each once, with places that a browser counts alike."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tender_kit.core.readings import Evidence
from tender_kit.models.comparison import Column, Comparison

# Characters that no reader sees, but that could hide words or turn their direction. Each becomes one visible sign, so
# that all places stay where they are.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BETWEEN = "\n\n"


def visible(text: str) -> str:
    """Show control and direction characters as a replacement character, one for one.

    >>> visible("预算\u202e万05\\x00")
    '预算\ufffd万05\ufffd'
    """
    return _UNSEEN.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class SourceOfColumn:
    """What the page can show of the source of one column.

    ``starts`` maps quotes to their places where only the quotes are at hand; ``astral`` lists the code points
    that a browser counts as two.
    """

    text: str
    whole: bool
    astral: tuple[int, ...] = ()
    starts: dict[str, int] = field(default_factory=dict)

    def place(self, evidence: Evidence) -> str:
        """Give the place of a quote in UTF-16 units, as ``start-end``."""
        start = evidence.start if self.whole else self.starts[evidence.quote]
        return f"{self._units(start)}-{self._units(start + len(evidence.quote))}"

    def _units(self, point: int) -> int:
        """Count the UTF-16 units before a code point.

        >>> SourceOfColumn("𠮷元", True, (0,))._units(1)
        2
        """
        return point + bisect_left(self.astral, point)


def sources_of(comparison: Comparison) -> list[SourceOfColumn]:
    """Give the source of each column; lots of one notice share theirs.

    A text in which some quote does not stand where it should is not shown at all, only the quotes are: a page must
    never mark a sentence that nobody has read a fact from.
    """
    whole: dict[str, SourceOfColumn] = {}
    found = []
    for index, column in enumerate(comparison.columns):
        pieces = list(_evidence(comparison, index))
        text = _text_of(column, pieces)
        if text is None:
            found.append(_of_quotes(pieces))
        else:
            if text not in whole:
                whole[text] = SourceOfColumn(visible(text), True, _astral(text))
            found.append(whole[text])
    return found


def _evidence(comparison: Comparison, index: int) -> Iterator[Evidence]:
    return (piece for row in comparison.rows for entry in row.cells[index].entries for piece in entry.evidence)


def _text_of(column: Column, pieces: Sequence[Evidence]) -> str | None:
    if column.document is None:
        return None
    text = column.document.text
    return text if all(text[piece.start : piece.end] == piece.quote for piece in pieces) else None


def _astral(text: str) -> tuple[int, ...]:
    return tuple(place for place, character in enumerate(text) if character > "\uffff")


def _of_quotes(pieces: Sequence[Evidence]) -> SourceOfColumn:
    """Put the quotes one below the other, in the order in which they stand in the notice."""
    quotes = list(dict.fromkeys(piece.quote for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end))))
    starts, place = {}, 0
    for quote in quotes:
        starts[quote] = place
        place += len(quote) + len(_BETWEEN)
    text = _BETWEEN.join(quotes)
    return SourceOfColumn(visible(text), False, _astral(text), starts)


def as_inert_json(value: object) -> str:
    """Write JSON that cannot end the element it stands in.

    >>> as_inert_json("</script><!--")
    '"\\\\u003c/script\\\\u003e\\\\u003c!--"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
