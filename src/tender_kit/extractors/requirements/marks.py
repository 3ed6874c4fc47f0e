"""Marks of substantive clauses: ★ always, ▲ and * only where the document's legend or its headings say so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tender_kit.document.model import Block, Document
from tender_kit.extractors.requirements.grids import Grid

_LEGEND = re.compile(
    r"[“\"‘'(]?([★☆▲△※*#]{1,2})[”\"’')]?(?:号|标识|标记|符号|项|的)?[^。;\n]{0,16}?(?:条款|要求|参数|项)?[^。;"
    r"\n]{0,12}?(?:为|是|属于?|系)(?:本项目)?(?:的)?(?:实质性|必须(?:满足|响应)|不可偏离|关键)"
)
_BINDING = re.compile(r"实质性|必须(?:满足|响应)|不可偏离|关键")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks that make a clause substantive in one document."""

    signs: frozenset[str]

    def mandatory(self, block: Block, grid: Grid | None) -> bool:
        """Tell whether a block is marked: itself, its row, or a heading above it."""
        if self._marked(block.number) or self._marked(block.flow.text[:2]):
            return True
        if grid is not None and block.cell is not None and self._row_marked(block, grid):
            return True
        section = block.section
        while section.parent is not None:
            if self._marked(section.number):
                return True
            section = section.parent
        return False

    def _marked(self, number: str) -> bool:
        # **项目概况** is bold type of a text in Markdown.
        return number[:1] in self.signs and bool(number) and not number.startswith("**")

    def _row_marked(self, block: Block, grid: Grid) -> bool:
        cell = block.cell
        if cell is None or cell.row >= len(grid.table.rows):
            return False
        return any(
            other.text[:1] in self.signs and other.text != "" for other in grid.table.rows[cell.row] if len(other.text) <= 3
        )


def read_marks(document: Document) -> Marks:
    """Read which marks the legend of a document declares substantive; ★ is one without a legend.

    An asterisk counts also where it stands before a list number in a document that masks no figures
    (``*三.商务要求``).
    """
    # A legend is rare and asterisks are not: look for its words before trying it at every one of them.
    declared = {found.group(1)[:1] for found in _LEGEND.finditer(document.folded)} if _BINDING.search(document.folded) else set()
    if "▲" in declared and "★" not in declared and not re.search(r"★[^。;\n]{0,20}实质性", document.folded):
        signs = declared
    else:
        signs = {"★", *declared}
    if not document.masked:
        signs.add("*")
    elif "*" in signs:
        signs.discard("*")
    return Marks(frozenset(signs))
