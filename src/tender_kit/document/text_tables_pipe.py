"""Tables drawn with pipes: Markdown, drawn boxes, and one cell a line closed by a line of pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tender_kit.core.spans import Span
from tender_kit.document.text_tables_grid import Found, GridSlot, Stroke
from tender_kit.vocab.columns import column_kind
from tender_kit.vocab.labels import fields_of, split_label

_CLOSER = re.compile(r"\|[| ]{2,}")
_RULES = "|:-+= \t"
_LONGEST_ROW = 60
_WIDEST_HEAD = 16


def find_pipe_table(strokes: Sequence[Stroke], at: int, folded: str) -> Found | None:
    """Find the pipe table that begins at a stroke; a run of lines with pipes that is none gives a find without rows."""
    text = strokes[at].text
    if _cells(text) >= 2:
        return _drawn(strokes, at, folded)
    if text.count("|") == 1 and text[0] != "|" and text[-1] != "|":
        return _labelled(strokes, at, folded)
    return _closed_rows(strokes, at) if text.endswith("|") and not _CLOSER.fullmatch(text) else None


def _cells(text: str) -> int:
    """Number of cells of a line that is drawn with pipes; 0 for other lines."""
    if _CLOSER.fullmatch(text):
        return 0
    inner = text.rstrip("| \t")
    if text.startswith("|"):
        return inner.count("|") if inner.strip("| \t") or len(text) > 2 else 0
    return inner.count("|") + 1 if text.count("|") >= 2 else 0


# ---------------------------------------------------------------- a label, a pipe and its value


def _labelled(strokes: Sequence[Stroke], at: int, folded: str) -> Found | None:
    """Find lines of one pipe each behind a label (项目编号|TX-03): two known labels, or half of them, make a table."""
    rows: list[list[Span]] = []
    for stroke in strokes[at : at + _LONGEST_ROW]:
        runs = _split(stroke)
        if len(runs) != 2 or stroke.text[0] == "|" or runs[0].end - runs[0].start > _WIDEST_HEAD:
            break
        rows.append(runs)
    known = sum(bool(fields_of(split_label(folded[label.start : label.end].strip())[0])) for label, _ in rows)
    if known < 2 or known * 2 < len(rows):
        return None
    return Found("pipe", at, at + len(rows) - 1, [_row([row], 2, folded) for row in rows])


# ---------------------------------------------------------------- one row a line


def _drawn(strokes: Sequence[Stroke], at: int, folded: str) -> Found | None:
    rows: list[list[Span]] = []
    last, ruled = at, False
    for number in range(at, len(strokes)):
        text = strokes[number].text
        if not text.strip(_RULES):
            ruled = ruled or "--" in text
        elif text.startswith("|") or (_cells(text) >= 2 and not strokes[at].text.startswith("|")):
            rows.append(_split(strokes[number]))
        else:
            break
        last = number
    width = len(rows[0]) if rows else 0
    if len(rows) < 2 or width < 2 or not _looks_like_table(rows, folded, ruled):
        return Found("pipe", at, last, [])
    return Found("pipe", at, last, _slots(rows, width, folded, ruled))


def _looks_like_table(rows: list[list[Span]], folded: str, ruled: bool) -> bool:
    """A rule below the head, pipes at both ends, or known heads: prose with a pipe or two is no table."""
    heads = sum(column_kind(folded[s:e].strip()) is not None for s, e in rows[0])
    even = sum(len(row) in (1, len(rows[0])) for row in rows) >= 0.8 * len(rows)
    framed = folded[rows[0][0].start - 1 : rows[0][0].start] == "|"
    return even and (ruled or framed or heads >= 2)


def _split(stroke: Stroke) -> list[Span]:
    """Give the runs between the pipes of a line; trailing empty ones beyond the last pipe are noise."""
    position = stroke.start + stroke.text.startswith("|")
    runs = []
    for piece in stroke.text.removeprefix("|").split("|"):
        runs.append(Span(position, position + len(piece)))
        position += len(piece) + 1
    while len(runs) > 1 and runs[-1].start >= runs[-1].end:
        runs.pop()
    return runs


def _slots(rows: list[list[Span]], width: int, folded: str, ruled: bool) -> list[list[GridSlot]]:
    """Make slots; in a drawn box a line whose first cell is blank goes on with the row above."""
    groups: list[list[list[Span]]] = []
    broken = not ruled and column_kind(folded[rows[0][0].start : rows[0][0].end]) in ("number", "lot")
    for row in rows:
        goes_on = broken and groups and len(row) > 1 and not folded[row[0].start : row[0].end].strip()
        if goes_on and len(row) == len(groups[-1][0]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_row(group, width, folded) for group in groups]


def _row(group: list[list[Span]], width: int, folded: str) -> list[GridSlot]:
    columns = [[line[column] for line in group if column < len(line)] for column in range(min(width, len(group[0])))]
    slots = [_cell(runs, folded) for runs in columns]
    if len(slots) == 1 < width:
        return [GridSlot(slots[0].start, slots[0].end, colspan=width, pieces=slots[0].pieces)]
    missing = width - len(slots)
    return slots + [GridSlot(slots[-1].end, slots[-1].end)] * missing


def _cell(runs: list[Span], folded: str) -> GridSlot:
    """Join the lines of a cell: a line that fills its column goes on in the next one, a shorter one ends a paragraph."""
    rooms = [_room(folded[run.start : run.end]) for run in runs]
    room = max(set(rooms), key=rooms.count)
    paragraphs: list[list[Span]] = [[]]
    for run in runs:
        text = folded[run.start : run.end]
        bare = text.strip()
        if bare:
            start = run.start + len(text) - len(text.lstrip())
            paragraphs[-1].append(Span(start, start + len(bare)))
        if not bare or _room(text.rstrip()) < room - 3:
            paragraphs.append([])
    kept = tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)
    if not kept:
        return GridSlot(runs[0].start, runs[0].start)
    start, end = kept[0][0].start, kept[-1][-1].end
    return GridSlot(start, end, pieces=kept if len(runs) > 1 else ())


def _room(text: str) -> int:
    """Columns of a terminal that a folded text fills: two for each wide sign."""
    return sum(2 if sign > "⺀" or sign in "★①②③④⑤⑥⑦⑧⑨“”‘’…—×≥≤" else 1 for sign in text)


# ---------------------------------------------------------------- one cell a line, rows closed by a line of pipes


def _closed_rows(strokes: Sequence[Stroke], at: int) -> Found | None:
    """Read rows whose cells end in a pipe, one a line; the last row may lack its closing line."""
    if not any(_CLOSER.fullmatch(stroke.text) for stroke in strokes[at + 1 : at + _WIDEST_HEAD]):
        return None
    rows: list[list[GridSlot]] = []
    row: list[GridSlot] = []
    start, last, opened, closers = -1, at - 1, 0, 0
    for number in range(at, len(strokes)):
        stroke = strokes[number]
        if _CLOSER.fullmatch(stroke.text):
            if row:
                rows.append(row)
            row, start, opened, last, closers = [], -1, 0, number, closers + 1
        elif opened > _LONGEST_ROW or _overfull(rows, row):
            break
        else:
            opened += 1
            start = stroke.start if start < 0 else start
            if stroke.text.endswith("|"):
                row.append(_bare(stroke, start))
                start = -1
    width = max((len(cells) for cells in rows), default=0)
    if closers < 2 or width < 2:
        return None
    if row and len(row) == width:
        rows.append(row)
        last = _stroke_ending(strokes, last, row[-1].end)
    return Found("pipe", at, last, list(_filled(rows, width)))


def _overfull(rows: list[list[GridSlot]], row: list[GridSlot]) -> bool:
    """Whether the row that is open has all cells of the widest row before it, so that what follows is no part of it."""
    width = max((len(cells) for cells in rows), default=0)
    return len(rows) > 1 and len(row) >= width > 1


def _bare(stroke: Stroke, start: int) -> GridSlot:
    end = stroke.end - 1
    inner = stroke.text[:-1]
    return GridSlot(start, max(start, end - (len(inner) - len(inner.rstrip()))))


def _stroke_ending(strokes: Sequence[Stroke], after: int, end: int) -> int:
    number = after + 1
    while number < len(strokes) and strokes[number].end <= end:
        number += 1
    return min(number, len(strokes) - 1)


def _filled(rows: list[list[GridSlot]], width: int) -> Iterator[list[GridSlot]]:
    for row in rows:
        if len(row) == 1:
            yield [GridSlot(row[0].start, row[0].end, colspan=width)]
        else:
            yield row + [GridSlot(row[-1].end, row[-1].end)] * (width - len(row))
