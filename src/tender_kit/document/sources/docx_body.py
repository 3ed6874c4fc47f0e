"""The body of a Word file: paragraphs with their list numbers, tables with merged cells, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tender_kit.document.layout import Grid, GridCell, Paragraph
from tender_kit.document.sources.docx_numbering import Numbering, W
from tender_kit.document.sources.grids import settle_grid

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}tblPr", f"{W}sectPr", f"{W}rt", _FALLBACK})
_SYMBOLS = {"F0FE": "■", "F052": "■", "F0FD": "■", "F0A8": "□", "F06F": "□", "F0A3": "□", "F071": "□", "F0FC": "√", "F0D8": "➢"}
_LAST_SIGN = frozenset("、.．)）】")


@dataclass(slots=True)
class Body:
    """Reads one part of a file. ``depth`` is how deep tables may be nested; ``is_cut`` says that some are deeper."""

    numbering: Numbering
    depth: int
    is_cut: bool = False

    def parts(self, root: etree._Element, level: int = 0) -> list[Paragraph | Grid]:
        """Read everything below ``root`` in reading order."""
        found: list[Paragraph | Grid] = []
        for block in _blocks(root):
            if block.tag == f"{W}p":
                text, boxes = _text_of(block)
                found.extend(self._paragraph(block, text))
                for box in boxes:
                    found.extend(self.parts(box, level + 1) if level < self.depth else self._flat(box))
            elif level < self.depth:
                found.extend(settle_grid(self._grid(block, level)))
            else:
                found.extend(self._flat(block))
        return found

    def _flat(self, element: etree._Element) -> list[Paragraph]:
        """Read a table or a text box that lies too deep as its paragraphs."""
        self.is_cut = True
        return [part for p in element.iter(f"{W}p") for part in self._paragraph(p, _text_of(p)[0])]

    def _paragraph(self, element: etree._Element, text: str) -> list[Paragraph]:
        if not text.strip():
            return []
        number = self.numbering.label(element)
        return [Paragraph(_join(number, text), self.numbering.heading_level(element))]

    def _grid(self, table: etree._Element, level: int) -> Grid:
        grid = Grid([])
        above: dict[int, GridCell] = {}
        for row in (block for block in _children(table, f"{W}tr") if block.find(f"{W}trPr/{W}del") is None):
            grid.rows.append(self._row(row, above, level))
        return grid

    def _row(self, row: etree._Element, above: dict[int, GridCell], level: int) -> list[GridCell]:
        """Read one row; ``above`` holds the cell that stands over each column, for cells merged downwards."""
        head = row.find(f"{W}trPr/{W}tblHeader") is not None
        cells: list[GridCell] = []
        column = _value(row.find(f"{W}trPr/{W}gridBefore"), 0)
        if column:
            cells.append(GridCell([], colspan=column))
        for source in _children(row, f"{W}tc"):
            width = max(1, _value(source.find(f"{W}tcPr/{W}gridSpan"), 1))
            merge = source.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart" and column in above:
                above[column].rowspan += 1
            else:
                cell = GridCell(self.parts(source, level + 1), colspan=width, head=head)
                cells.append(cell)
                above[column] = cell
            column += width
        return cells


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of a container, looking through content controls and tracked insertions."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag not in _GONE:
            waiting.extend(reversed(element))


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, not those of tables inside them."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in _GONE and element.tag not in (f"{W}tc", f"{W}p", f"{W}tbl"):
            waiting.extend(reversed(element))


def _text_of(paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
    """Gather the text of a paragraph, and the text boxes that are anchored in it."""
    pieces: list[str] = []
    boxes: list[etree._Element] = []
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, element in walker:
        tag = element.tag
        if tag in (f"{W}t", _MATH_TEXT):
            pieces.append(element.text or "")
        elif tag == f"{W}txbxContent":
            boxes.append(element)
            walker.skip_subtree()
        elif tag in _GONE or (tag == f"{W}r" and _is_hidden(element)):
            walker.skip_subtree()
        elif tag == f"{W}tab":
            pieces.append("\t")
        elif tag in (f"{W}br", f"{W}cr") and element.get(f"{W}type") in (None, "textWrapping"):
            pieces.append("\n")
        elif tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif tag == f"{W}sym":
            pieces.append(_SYMBOLS.get((element.get(f"{W}char") or "").upper(), ""))
    return "".join(pieces).strip("\n"), boxes


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false")


def _join(number: str, text: str) -> str:
    """Set a list number before its text, with a blank where the two would run into one figure."""
    if not number or (number[-1] in _LAST_SIGN and not text[:1].isdigit()):
        return number + text
    return f"{number} {text}"


def _value(element: etree._Element | None, default: int) -> int:
    text = element.get(f"{W}val") if element is not None else None
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else default
