"""Layouts as plain values, for tests to compare."""

from __future__ import annotations

from collections.abc import Sequence

from tender_kit.document.layout import Grid, Layout, Paragraph
from tender_kit.document.sources import read_layout


def texts(layout: Layout, *, noise: bool = True) -> list[str]:
    """The paragraphs outside tables."""
    return [part.text for part in layout.parts if isinstance(part, Paragraph) and (noise or not part.noise)]


def noise_of(layout: Layout) -> dict[str, str]:
    """The noise paragraphs and their kinds."""
    return {part.text.strip(): part.noise for part in layout.parts if part.noise and isinstance(part, Paragraph)}


def grids(parts: Sequence[Paragraph | Grid]) -> list[Grid]:
    return [part for part in parts if isinstance(part, Grid)]


def cells(grid: Grid) -> list[list[str]]:
    """The texts of all cells, the paragraphs of one joined by ``/``."""
    return [["/".join(p.text for p in cell.content if isinstance(p, Paragraph)) for cell in row] for row in grid.rows]


def page(body: str) -> Layout:
    return read_layout(f"<html><body>{body}</body></html>")
