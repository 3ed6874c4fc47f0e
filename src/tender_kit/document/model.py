"""The document: its text, and its structure as spans of that text.

Built once by ``build.build_document`` and then only read. Plain classes, not models: a document has
thousands of parts and none of them leaves the process.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Flow, Span
from tender_kit.document.numbering import NO_NUMBER, ListNumber


@dataclass(slots=True, eq=False)
class Section:
    """A heading and what stands under it. The root has level 0 and no heading."""

    level: int
    title: str = ""
    number: str = ""
    heading: Block | None = None
    parent: Section | None = None
    children: list[Section] = field(default_factory=list)
    start: int = 0
    end: int = 0
    _path: tuple[str, ...] | None = field(default=None, init=False, repr=False)

    @property
    def path(self) -> tuple[str, ...]:
        """Titles from the outermost heading to this one."""
        if self._path is None:
            above = self.parent.path if self.parent else ()
            self._path = (*above, self.title) if self.heading else above
        return self._path


_NOWHERE = Section(0)
"""Where a block stands until the section tree is built: one for all, a document has thousands of blocks."""


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph in reading order: of running text, or of a table cell.

    ``number`` is its list number as written (``1.1``, ``(一)``, ``(*)``), which stands at the beginning
    of ``flow``; ``listed`` is the same with its style and rank; ``body`` is the flow behind it. ``level`` is
    the heading level that the source gives.
    """

    index: int
    start: int
    end: int
    flow: Flow
    body: Flow
    number: str = ""
    noise: str = ""
    level: int = 0
    cell: Cell | None = None
    section: Section = _NOWHERE
    heading: bool = False
    listed: ListNumber = NO_NUMBER


@dataclass(slots=True, eq=False)
class Cell:
    """A cell of a table. ``flow`` is its whole text, its paragraphs joined by ``\\n``.

    An empty cell has an empty flow; its ``start`` is where it would stand.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    start: int
    end: int
    flow: Flow
    table: Table
    blocks: list[Block] = field(default_factory=list)
    head: bool = False

    @property
    def text(self) -> str:
        """The folded text of the cell."""
        return self.flow.text

    @property
    def fills_row(self) -> bool:
        """Whether it is as wide as its table, as a title between the rows is."""
        return self.colspan > 1 and self.colspan >= self.table.width


@dataclass(slots=True, eq=False)
class Table:
    """A grid of cells, spans spread out: ``rows[r][c]`` is the cell that covers that place.

    ``form``: ``html``, ``tab``, ``pipe``, ``space``, ``flat`` (one cell a line). ``head_rows`` of them
    are column heads; a label-value table has none. ``unit`` is the unit of money that a line above the table
    gives for all of it (单位:万元).
    """

    form: str
    start: int
    end: int
    rows: list[list[Cell]] = field(default_factory=list)
    head_rows: int = 0
    title: Block | None = None
    noise: str = ""
    unit: str = ""
    _width: tuple[object, int, int] = field(default=(None, 0, 0), init=False, repr=False)
    _heads: tuple[object, int, int, tuple[str, ...]] = field(default=(None, 0, 0, ()), init=False, repr=False)

    @property
    def width(self) -> int:
        """Number of columns."""
        if self._width[0] is not self.rows or self._width[1] != len(self.rows):
            self._width = (self.rows, len(self.rows), max(map(len, self.rows), default=0))
        return self._width[2]

    @property
    def heads(self) -> tuple[str, ...]:
        """Column heads, those of several head rows joined without repeats."""
        rows, count, depth, known = self._heads
        if rows is self.rows and count == len(self.rows) and depth == self.head_rows:
            return known
        names = []
        for column in range(self.width):
            parts = dict.fromkeys(row[column].flow.text for row in self.rows[: self.head_rows] if column < len(row))
            names.append("".join(parts))
        self._heads = (self.rows, len(self.rows), self.head_rows, tuple(names))
        return self._heads[3]

    @property
    def body(self) -> list[list[Cell]]:
        """Rows below the column heads."""
        return self.rows[self.head_rows :]


@dataclass(slots=True, eq=False)
class Pair:
    """A label and what stands behind it: in a line, in the next cell, or under a heading.

    ``fields`` are the ids in ``vocab/data/labels.toml`` that the label may mean (several for labels that
    need their section, such as 时间; none for an unknown label). ``note`` is what stands in brackets
    inside the label (``万元``, ``如有``).
    """

    label: str
    fields: tuple[str, ...]
    note: str
    label_span: Span
    value: Flow
    block: Block
    section: Section
    form: str


class _Words:
    """The flows of blocks as one text, and which block stands where in it."""

    def __init__(self, blocks: list[Block]) -> None:
        texts = [block.flow.text for block in blocks]
        self.text = "\n".join(texts)
        self.ends = list(accumulate(len(text) + 1 for text in texts))
        self.found: dict[tuple[str, ...], list[int]] = {}

    def places(self, words: tuple[str, ...]) -> list[int]:
        """Give the numbers of the blocks that hold one of the words."""
        known = self.found.get(words)
        if known is None:
            known = self.found[words] = sorted({place for word in words for place in self._places(word)})
        return known

    def _places(self, word: str) -> Iterator[int]:
        at = self.text.find(word)
        while at >= 0:
            place = bisect_right(self.ends, at)
            yield place
            at = self.text.find(word, self.ends[place])


@dataclass(slots=True, eq=False)
class Document:
    """A source as structure.

    ``text`` is what a reader sees, no character altered; ``folded`` is of the same length, so an offset
    in one is an offset in the other. ``masked`` says that asterisks hide figures in this document.
    """

    uri: str
    sha256: str
    media_type: str
    encoding: str
    text: str
    folded: str
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    root: Section = field(default_factory=lambda: Section(0))
    pairs: list[Pair] = field(default_factory=list)
    masked: bool = False
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    _listed: tuple[list[Block] | None, list[Block]] = field(default_factory=lambda: (None, []), repr=False)
    _words: _Words | None = field(default=None, init=False, repr=False)

    def evidence(self, span: Span, rule: str) -> Evidence:
        """Quote a span, verbatim."""
        return Evidence(start=span.start, end=span.end, quote=self.text[span.start : span.end], rule=rule)

    def words(self, flow: Flow) -> str:
        """Give a flow in the document's own characters: full width and traditional as written, blanks as one space."""
        return "".join(sign if not (sign := self.text[i]).isspace() else " " for i in flow.offsets)

    @property
    def content(self) -> list[Block]:
        """The blocks that are the notice: without navigation, page numbers, watermarks.

        Listed once for a list of blocks: every family asks for it several times.
        """
        if self._listed[0] is not self.blocks:
            self._listed = (self.blocks, [block for block in self.blocks if not block.noise])
            self._words = None
        return self._listed[1]

    def columns(self, wanted: Callable[[str], bool]) -> Iterator[list[Cell]]:
        """Give the filled cells of each column, of all tables, whose head is wanted."""
        for table in self.tables:
            for place in (place for place, head in enumerate(table.heads) if wanted(head)):
                cells = [row[place] for row in table.body if place < len(row) and row[place].blocks]
                if cells:
                    yield cells

    def blocks_with(self, *words: str) -> list[Block]:
        """The blocks of ``content`` whose flow holds one of the words, in their order.

        Words are looked for in all blocks at once. A family whose pattern cannot do without a word asks for
        the blocks that have it, and tries its pattern on those alone.
        """
        content = self.content
        if self._words is None:
            self._words = _Words(content)
        return [content[place] for place in self._words.places(words)]
