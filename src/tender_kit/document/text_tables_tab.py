"""Tables whose cells are parted by tabs, as they are pasted from a sheet or a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tender_kit.document.text_tables_align import align, fits
from tender_kit.document.text_tables_grid import Found, GridSlot, Stroke, trimmed, without_tags
from tender_kit.vocab.columns import column_kind

_PAGE = re.compile(r"[.…·\s]*\d{1,4}")
_LABELLED = re.compile(r"[^:]{1,16}:")
_MOST_LINES = 60
_MOST_CELLS = 60
_LONGEST_GROUP = 20
_WORTH = re.compile(r"\([\d*.]{1,5}分\)\t")

Row = list[GridSlot]


def find_tab_tables(strokes: Sequence[Stroke], at: int, folded: str) -> list[Found]:
    """Find the tables in the run of tabbed lines that begins at a stroke: one, or one for each head row.

    A run that is no table gives one find without rows.
    """
    width = strokes[at].text.count("\t") + 1
    if width > _MOST_CELLS:
        return []
    indent = _tabs_before(strokes[at], folded)
    rows: list[tuple[int, int, Row]] = []
    number = at
    while number < len(strokes):
        lead = max(0, _tabs_before(strokes[number], folded) - indent)
        row = _row(strokes, number, width - lead, folded)
        if row is not None:
            led = _empty_cells(row[1][0].start, min(lead, width - len(row[1]))) + row[1]
            row = row[0], led + _empty_cells(led[-1].end, min(_tabs_behind(strokes[row[0]], folded), width - len(led)))
        if row is None or abs(len(row[1]) - width) > max(1, width // 3):
            break
        rows.append((number, row[0], row[1]))
        number = row[0] + 1
    tables = [found for part in _parts(rows, folded) if (found := _table(part, folded))]
    return tables or [Found("tab", at, max(at, number - 1), [])]


def _tabs_before(stroke: Stroke, folded: str) -> int:
    """Count the tabs that a line begins with; a stroke has no outer blanks."""
    lead = folded[max(0, stroke.start - _MOST_CELLS) : stroke.start].rpartition("\n")[2]
    return lead.count("\t") if lead.isspace() else 0


def _tabs_behind(stroke: Stroke, folded: str) -> int:
    """Count the tabs that a line ends with: cells that are empty, 得分 behind 分值."""
    rest = folded[stroke.end : stroke.end + _MOST_CELLS].partition("\n")[0]
    return rest.count("\t") if rest.isspace() else 0


def _empty_cells(place: int, count: int) -> Row:
    """Make the empty cells that a line begins or ends with; one before a row is of a cell that goes on from above."""
    return [GridSlot(place, place)] * count


def _split(stroke: Stroke, folded: str) -> tuple[Row, int]:
    slots, position = [], stroke.start
    for piece in stroke.text.split("\t"):
        slots.append(trimmed(folded, position, position + len(piece)))
        position += len(piece) + 1
    return slots, len(slots)


def _row(strokes: Sequence[Stroke], number: int, width: int, folded: str) -> tuple[int, Row] | None:
    """Read the row that begins at a stroke: its last stroke and its cells; None where none begins there.

    A cell may hold line breaks: between quotes, or where the lines together make exactly ``width`` cells.
    """
    row, count = _split(strokes[number], folded)
    if count == 1:
        return _headed(strokes, number, row, width, folded)
    if count > _MOST_CELLS:
        return None
    if folded[row[-1].start : row[-1].start + 1] == '"' and strokes[number].text.count('"') % 2:
        return _quoted(strokes, number, row, folded)
    return _broken(strokes, number, row, width, folded) or (number, row)


def _headed(strokes: Sequence[Stroke], number: int, row: Row, width: int, folded: str) -> tuple[int, Row] | None:
    """Join a line of words to the row below that begins with their points: 组织管理, and (25分)⇥制度建设⇥… below it."""
    if number + 1 >= len(strokes) or row[0].end - row[0].start > _LONGEST_GROUP or not _WORTH.match(strokes[number + 1].text):
        return None
    below, count = _split(strokes[number + 1], folded)
    return (number + 1, [GridSlot(row[0].start, below[0].end), *below[1:]]) if count == width > 1 else None


def _broken(strokes: Sequence[Stroke], number: int, row: Row, width: int, folded: str) -> tuple[int, Row] | None:
    """Join lines to one row where they make exactly ``width`` cells: a line of words, then the tabs that were missing."""
    for ahead in range(number + 1, min(len(strokes), number + _MOST_LINES)):
        more, added = _split(strokes[ahead], folded)
        if len(row) + added - 1 > width or len(row) == width:
            return None
        row = [*row[:-1], GridSlot(row[-1].start, more[0].end), *more[1:]]
        if added > 1:
            return (ahead, row) if len(row) == width else None
    return None


def _quoted(strokes: Sequence[Stroke], number: int, row: Row, folded: str) -> tuple[int, Row]:
    """Go on to the line that closes the quoted cell; without one the quote is a sign like any other."""
    for ahead in range(number + 1, min(len(strokes), number + _MOST_LINES)):
        text = strokes[ahead].text
        if '"' not in text:
            continue
        close = strokes[ahead].start + text.index('"')
        cell = trimmed(folded, row[-1].start + 1, close)
        rest = folded[close + 1 : strokes[ahead].end].lstrip(" ")
        if rest.startswith("\t"):
            tail = Stroke(strokes[ahead].line, strokes[ahead].end - len(rest) + 1, strokes[ahead].end, rest[1:])
            return ahead, [*row[:-1], cell, *_split(tail, folded)[0]]
        return ahead, [*row[:-1], cell]
    return number, row


def _parts(rows: list[tuple[int, int, Row]], folded: str) -> Iterator[list[tuple[int, int, Row]]]:
    """Cut the run where a head row stands again: some portals repeat it above each item."""
    if not rows:
        return
    part: list[tuple[int, int, Row]] = []
    for row in rows:
        texts = _texts(row[2], folded)
        if part and _known(texts) >= max(2, 0.6 * len(texts)) and (len(part) > 1 or len(row[2]) != len(part[0][2])):
            yield part
            part = []
        part.append(row)
    yield part


def _texts(row: Row, folded: str) -> list[str]:
    return [folded[slot.start : slot.end] for slot in row]


def _known(texts: list[str]) -> int:
    return sum(column_kind(text) is not None for text in texts)


def _table(part: list[tuple[int, int, Row]], folded: str) -> Found | None:
    rows = [row for _, _, row in part]
    width = max(set(map(len, rows)), key=lambda size: (sum(len(row) == size for row in rows), size == len(rows[0])))
    heads = _texts(rows[0], folded)
    if len(heads) > width and _known(heads) >= 0.6 * len(heads):
        width = len(heads)  # what is written once for all rows is missing in those below: 交货时间, 交货地点
    if len(rows) < 2 or width < 2 or _is_prose(rows, width, folded):
        return None
    kinds = [column_kind(text) for text in _texts(rows[0], folded)] if len(rows[0]) == width else []
    even = [_even(row, width, kinds, folded) for row in rows]
    return Found("tab", part[0][0], part[-1][1], [[without_tags(slot, folded) for slot in row] for row in even])


def _is_prose(rows: list[Row], width: int, folded: str) -> bool:
    """Contents with page numbers, and lines of several ``label:value``, are no tables."""
    texts = [_texts(row, folded) for row in rows]
    if width == 2 and all(len(row) == 2 and _PAGE.fullmatch(row[1]) for row in texts) and _known(texts[0]) < 1:
        return True
    cells = [text for row in texts for text in row if text]
    return sum(bool(_LABELLED.match(text)) for text in cells) > 0.6 * len(cells)


def _even(row: Row, width: int, kinds: list[str | None], folded: str) -> Row:
    """Bring a row to the width of the table: by what its cells look like where heads are known."""
    if len(row) == width:
        return row
    if len(row) > width:
        empty = [number for number, slot in enumerate(row) if slot.start == slot.end]
        dropped = set(empty[len(empty) - (len(row) - width) :]) if len(empty) >= len(row) - width else set()
        kept = [slot for number, slot in enumerate(row) if number not in dropped]
        return kept[:width] if len(kept) == width else [*row[: width - 1], GridSlot(row[width - 1].start, row[-1].end)]
    texts = _texts(row, folded)
    if not any(kinds) or not any(fits(kind, text) > 1 for kind, text in zip(kinds, texts, strict=False)):
        return row + [GridSlot(row[-1].end, row[-1].end)] * (width - len(row))
    runs = align(texts, kinds)[1]
    return [GridSlot(row[a].start, row[b - 1].end) if a < b else _empty(row, a) for a, b in runs]


def _empty(row: Row, before: int) -> GridSlot:
    place = row[before].start if before < len(row) else row[-1].end
    return GridSlot(place, place)
