"""From a layout to a document: one text, and every part of it as a span.

The stages, in order: join the parts into a text; cut it into blocks; find the tables that stand in
plain lines; the section tree; the label-value pairs.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable

from tender_kit.core.fold import fold
from tender_kit.core.spans import NO_FLOW, Flow, make_flow
from tender_kit.document.fragments import join_fragments, split_paragraph
from tender_kit.document.layout import Grid, GridCell, Layout, Paragraph
from tender_kit.document.model import Block, Cell, Document, Table
from tender_kit.document.numbering import read_number
from tender_kit.document.pairs import find_pairs
from tender_kit.document.sections import build_sections
from tender_kit.document.sources import Limits, read_layout
from tender_kit.document.tables import find_head_rows, unit_above
from tender_kit.document.text_tables import Line, TextGrid, find_text_tables
from tender_kit.quantities.masks import looks_masked
from tender_kit.vocab.characters import looks_traditional, simplify


def build_document(data: bytes | str, *, uri: str = "", media_type: str = "", limits: Limits | None = None) -> Document:
    """Read a source and build its document.

    Raises ``UnreadableSource`` or ``LimitExceeded``, nothing else.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    layout = read_layout(data, uri=uri, media_type=media_type, limits=limits or Limits())
    return _Builder(layout).document(uri, hashlib.sha256(raw).hexdigest())


class _Builder:
    """Lays the parts of a layout out as one text and keeps their places."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.pieces: list[str] = []
        self.length = 0
        self.paragraphs: list[tuple[Paragraph, int, int, Cell | None]] = []
        self.tables: list[Table] = []

    def document(self, uri: str, sha256: str) -> Document:
        self._add_parts(self.layout.parts, None)
        text = "".join(self.pieces)
        folded = fold(text)
        if looks_traditional(folded):
            folded = simplify(folded)
        document = Document(uri, sha256, self.layout.media_type, self.layout.encoding, text, folded, notes=self.layout.notes)
        document.masked = looks_masked(folded)
        document.tables = self.tables
        document.blocks = self._blocks(folded)
        document.blocks = join_fragments(document.blocks)
        _fill_cells(document)
        for table in document.tables:
            find_head_rows(table)
            table.unit = unit_above(table, folded)
        _number(document.blocks)
        build_sections(document)
        document.pairs = find_pairs(document)
        return document

    def _write(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)

    def _add_parts(self, parts: Iterable[Paragraph | Grid], cell: Cell | None) -> None:
        for count, part in enumerate(parts):
            if count or (cell is None and self.length):
                self._write("\n")
            if isinstance(part, Paragraph):
                start = self.length
                self._write(part.text)
                self.paragraphs.append((part, start, self.length, cell))
            else:
                self._add_grid(part)

    def _add_grid(self, grid: Grid) -> None:
        table = Table("html", self.length, self.length, noise=grid.noise)
        self.tables.append(table)
        places: dict[tuple[int, int], Cell] = {}
        for row, cells in enumerate(grid.rows):
            if row:
                self._write("\n")
            column = 0
            for slot, source in enumerate(cells):
                if slot:
                    self._write("\t")
                while (row, column) in places:
                    column += 1
                self._add_cell(table, places, source, row, column, len(grid.rows))
        table.end = self.length
        table.rows = _rows(places)

    def _add_cell(
        self, table: Table, places: dict[tuple[int, int], Cell], source: GridCell, row: int, column: int, height: int
    ) -> None:
        rowspan, colspan = min(source.rowspan, height - row), source.colspan
        cell = Cell(row, column, rowspan, colspan, self.length, self.length, NO_FLOW, table, head=source.head)
        self._add_parts(source.content, cell)
        cell.end = self.length
        _spread(places, cell)

    def _blocks(self, folded: str) -> list[Block]:
        """Cut the paragraphs into blocks; those that make up a table in plain lines become its cells."""
        lines = [Line(i, s, e) for i, (p, s, e, cell) in enumerate(self.paragraphs) if cell is None and not p.noise and s < e]
        grids = {grid.first: grid for grid in find_text_tables(lines, folded)}
        blocks: list[Block] = []
        inside = -1
        for index, (paragraph, start, end, cell) in enumerate(self.paragraphs):
            if index in grids:
                inside = grids[index].last
                self._add_text_table(grids[index], folded, blocks)
            if index > inside or paragraph.noise:
                self._add_paragraph(blocks, paragraph, folded, (start, end), cell)
        self.tables.sort(key=lambda table: table.start)
        return blocks

    def _add_paragraph(
        self, blocks: list[Block], paragraph: Paragraph, folded: str, span: tuple[int, int], cell: Cell | None
    ) -> None:
        last = next((block for block in reversed(blocks) if not block.noise), None) if paragraph.continues else None
        if last and not paragraph.noise:
            _extend(last, folded, *span)
            return
        noise = paragraph.noise or (cell.table.noise if cell else "")
        for first, behind in split_paragraph(folded, *span) if not cell else [span]:
            _add_block(blocks, folded, (first, behind), noise=noise, level=paragraph.level, cell=cell)

    def _add_text_table(self, grid: TextGrid, folded: str, blocks: list[Block]) -> None:
        """Make the cells of a table that stands in plain lines."""
        start = self.paragraphs[grid.first][1]
        table = Table(grid.form, start, self.paragraphs[grid.last][2])
        places: dict[tuple[int, int], Cell] = {}
        for row, slots in enumerate(grid.rows):
            column = 0
            for slot in slots:
                while (row, column) in places:
                    column += 1
                cell = Cell(row, column, slot.rowspan, slot.colspan, slot.start, slot.end, NO_FLOW, table)
                _spread(places, cell)
                for flow in slot.flows(folded):
                    blocks.append(Block(len(blocks), *flow.whole, flow, flow, cell=cell))
        table.rows = _rows(places)
        self.tables.append(table)


def _spread(places: dict[tuple[int, int], Cell], cell: Cell) -> None:
    for down in range(cell.rowspan):
        for right in range(cell.colspan):
            places.setdefault((cell.row + down, cell.column + right), cell)


def _add_block(
    blocks: list[Block], folded: str, span: tuple[int, int], *, noise: str = "", level: int = 0, cell: Cell | None = None
) -> None:
    flow = make_flow(folded[span[0] : span[1]], span[0]).strip(" \n\t|")
    if flow.text:
        start, end = flow.whole
        blocks.append(Block(len(blocks), start, end, flow, flow, noise=noise, level=level, cell=cell))


def _extend(block: Block, folded: str, start: int, end: int) -> None:
    """Let a paragraph go on behind a page number: its flow leaves the number out."""
    more = make_flow(folded[start:end], start).strip()
    if more.text:
        block.flow = Flow(block.flow.text + more.text, array("i", [*block.flow.offsets, *more.offsets]))
        block.end = more.whole.end


def _rows(places: dict[tuple[int, int], Cell]) -> list[list[Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in places.items():
        rows.setdefault(row, {})[column] = cell
    return [[rows[row][column] for column in sorted(rows[row])] for row in sorted(rows)]


def _fill_cells(document: Document) -> None:
    """Give each cell its blocks and the flow of its whole text."""
    for block in document.blocks:
        if block.cell:
            block.cell.blocks.append(block)
    for table in document.tables:
        for cell in {id(c): c for row in table.rows for c in row}.values():
            cell.flow = join_flows([block.flow for block in cell.blocks])


def join_flows(flows: list[Flow]) -> Flow:
    """Join flows by a line break that stands for what lies between them."""
    if not flows:
        return NO_FLOW
    if len(flows) == 1:
        return flows[0]
    text, offsets = [flows[0].text], array("i", flows[0].offsets)
    for flow in flows[1:]:
        text.append("\n" + flow.text)
        offsets.append(offsets[-1])
        offsets.extend(flow.offsets)
    return Flow("".join(text), offsets)


def _number(blocks: list[Block]) -> None:
    for index, block in enumerate(blocks):
        block.index = index
        number = block.listed = read_number(block.flow.text)
        block.number = number.marks + number.text
        if number.length and number.length < len(block.flow.text):
            block.body = block.flow.slice(number.length, len(block.flow.text)).strip()
