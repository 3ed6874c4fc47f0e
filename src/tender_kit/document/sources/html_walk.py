"""The walk over the tree of a page: which tag breaks a paragraph, opens a cell, is not seen at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from tender_kit.document.layout import Grid, GridCell, Paragraph
from tender_kit.document.sources.grids import settle_grid
from tender_kit.document.sources.html_noise import Piece, region_kind
from tender_kit.document.sources.limits import Limits
from tender_kit.document.sources.text import read_text

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\n\r\f]")
_EDGE = " \t\n\r\f"

Role = Literal["block", "heading", "break", "link", "table", "thead", "row", "cell", "skip", "input", "select", "pre"]


def _roles() -> dict[str, Role]:
    names: dict[Role, str] = {
        "block": "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
        " footer form header hr html legend li main menu nav ol optgroup option p section summary tbody tfoot ul",
        "heading": "h1 h2 h3 h4 h5 h6",
        "skip": "script style template noscript title meta link head_ object embed applet svg math audio video canvas map button",
        "break": "br",
        "link": "a",
        "table": "table",
        "thead": "thead",
        "row": "tr",
        "cell": "td th",
        "input": "input",
        "select": "select",
        "pre": "pre textarea xmp listing plaintext",
    }
    return {tag: role for role, tags in names.items() for tag in tags.split()}


_ROLES = _roles()


def _collapse(run: re.Match[str]) -> str:
    """Draw layout together as a browser does, but keep a tab inside a line: it may part two columns."""
    blank = run.group()
    return "\t" if "\t" in blank and "\n" not in blank and "\r" not in blank else " "


@dataclass(slots=True)
class _Frame:
    """A table that is being read; one whose ``<table>`` is missing is opened and closed by its first row or cell."""

    opener: etree._Element
    grid: Grid
    outer: list[Paragraph | Grid]
    row: list[GridCell] | None = None
    head: bool = False


@dataclass(slots=True)
class Walk:
    """What the walk has gathered: ``parts`` of the layout, and all ``pieces`` of text in reading order.

    ``is_cut`` says that tables were nested deeper than the limits allow.
    """

    limits: Limits
    is_cut: bool = False
    parts: list[Paragraph | Grid] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _target: list[Paragraph | Grid] = field(init=False)
    _run: list[str] = field(default_factory=list)
    _anchors: int = 0
    _linked: int = 0
    _links: int = 0
    _level: int = 0
    _pre: int = 0
    _flat: int = 0
    _regions: list[tuple[etree._Element, int, str]] = field(default_factory=list)
    _region_count: int = 0
    _frames: list[_Frame] = field(default_factory=list)
    _cells: list[list[Paragraph | Grid]] = field(default_factory=list)
    _strays: list[tuple[list[Paragraph | Grid], Grid]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._target = self.parts

    def run(self, root: etree._Element) -> None:
        """Walk the whole tree."""
        walker = etree.iterwalk(root, events=("start", "end"))
        unseen: etree._Element | None = None
        for event, element in walker:
            role = _ROLES.get(element.tag)
            if event == "start":
                if role == "skip" or self._is_hidden(element):
                    unseen = element
                    walker.skip_subtree()
                elif role is not None and self._open(element, role):
                    walker.skip_subtree()
                elif element.text:
                    self._say(element.text)
                continue
            if element is unseen:
                unseen = None
            elif role is not None:
                self._close(element, role)
            if element.tail and element is not root:
                self._say(element.tail)
        self._flush()
        for outer, grid in self._strays:
            place = next(i for i, part in enumerate(outer) if part is grid)
            outer[place : place + 1] = settle_grid(grid)

    @staticmethod
    def _is_hidden(element: etree._Element) -> bool:
        if element.get("hidden") is not None:
            return True
        style = element.get("style")
        return style is not None and _HIDDEN.search(style) is not None

    def _say(self, text: str) -> None:
        self._run.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        """End the paragraph that is being gathered."""
        if not self._run:
            return
        text = "".join(self._run)
        linked, anchors = self._linked, self._anchors
        self._run.clear()
        self._linked = self._anchors = 0
        if self._pre:
            for each in read_text(text):
                if isinstance(each, Paragraph):
                    self._add(Piece(each.text, continues=each.continues, gap=each.gap, linked=linked, anchors=anchors))
        elif text and not text.isspace():
            line = text.strip(_EDGE)
            if "\n" in line or "  " in line or "\t" in line:
                line = _SPACE.sub(_collapse, line)
            self._add(Piece(line, self._level, "", False, 0, linked, anchors))

    def _add(self, piece: Piece) -> None:
        if self._regions:
            piece.region, piece.region_kind = self._regions[-1][1:]
        self.pieces.append(piece)
        self._target.append(piece)

    def _open(self, element: etree._Element, role: Role) -> bool:
        """Take in the beginning of an element; true where its inside is already read."""
        if role == "link":
            self._links += 1
            self._anchors += 1
            return False
        if role == "input":
            self._run.append(_input_text(element))
            return False
        if role == "select":
            self._run.append(_chosen(element))
            return True
        self._flush()
        kind = region_kind(element)
        if kind:
            self._region_count += 1
            self._regions.append((element, self._region_count, kind))
        if role == "heading":
            self._level = int(element.tag[1])
        elif role == "pre":
            self._pre += 1
        elif role in ("table", "thead", "row", "cell"):
            self._open_table_part(element, role)
        return False

    def _close(self, element: etree._Element, role: Role) -> None:
        if role == "link":
            self._links -= 1
            return
        if role in ("input", "select"):
            return
        self._flush()
        if self._regions and self._regions[-1][0] is element:
            self._regions.pop()
        if role == "heading":
            self._level = 0
        elif role == "pre":
            self._pre -= 1
        elif role in ("table", "thead", "row", "cell"):
            self._close_table_part(element, role)

    def _open_table_part(self, element: etree._Element, role: Role) -> None:
        if self._flat or (role == "table" and len(self._frames) >= self.limits.depth):
            self._flat += role == "table"
            self.is_cut = True
            return
        if role == "table" or not self._frames:
            self._frames.append(_Frame(element, Grid([]), self._target))
        frame = self._frames[-1]
        if role == "thead":
            frame.head = True
        elif role == "row":
            frame.row = []
            frame.grid.rows.append(frame.row)
        elif role == "cell":
            if frame.row is None:
                frame.row = []
                frame.grid.rows.append(frame.row)
            cell = GridCell([], _span(element, "rowspan"), _span(element, "colspan"), frame.head or element.tag == "th")
            frame.row.append(cell)
            self._cells.append(self._target)
            self._target = cell.content

    def _close_table_part(self, element: etree._Element, role: Role) -> None:
        if self._flat:
            self._flat -= role == "table"
            return
        if role == "cell":
            self._target = self._cells.pop()
        elif role == "row":
            self._frames[-1].row = None
        elif role == "thead":
            self._frames[-1].head = False
        if self._frames[-1].opener is element:
            frame = self._frames.pop()
            if role == "table":
                frame.outer.extend(settle_grid(frame.grid))
            else:
                self._add_stray(frame)

    def _add_stray(self, frame: _Frame) -> None:
        """Keep rows that stand in no table; those that follow one another are one table."""
        last = self._strays[-1] if self._strays else None
        if last and last[0] is frame.outer and frame.outer and frame.outer[-1] is last[1]:
            last[1].rows.extend(frame.grid.rows)
        else:
            self._strays.append((frame.outer, frame.grid))
            frame.outer.append(frame.grid)


def _span(element: etree._Element, name: str) -> int:
    value = (element.get(name) or "1").strip()[:6]
    return max(1, int(value)) if value.isascii() and value.isdigit() else 1


def _input_text(element: etree._Element) -> str:
    """Give what an input shows: its value, or the box that is ticked or not."""
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "■" if element.get("checked") is not None else "□"
    return (element.get("value") or "") if kind in ("text", "number", "date", "tel", "email", "url") else ""


def _chosen(element: etree._Element) -> str:
    options = list(element.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    return "".join(map(str, chosen[0].itertext())) if chosen else ""
