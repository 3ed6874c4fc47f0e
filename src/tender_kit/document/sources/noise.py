"""Tell what a page carries around a notice: walls, menus, recommendations, page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from tender_kit.document.layout import Grid, Paragraph


def mark_noise(parts: Sequence[Paragraph | Grid]) -> None:
    """Mark the paragraphs that are no part of the notice, in place; when in doubt they stay content."""
