"""What the mark-up says of noise: menus, breadcrumbs, footers, lists of links."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tender_kit.document.layout import Grid, Paragraph


@dataclass(slots=True, eq=False)
class Piece(Paragraph):
    """A paragraph with what the mark-up says of it: characters inside links, their number, its region."""

    linked: int = 0
    anchors: int = 0
    region: int = 0
    region_kind: str = ""


def region_kind(element: etree._Element) -> str:
    """Name the noise that a tag or a class announces, else ""."""
    return ""


def settle_noise(parts: list[Paragraph | Grid], pieces: list[Piece]) -> None:
    """Mark what the mark-up shows to be noise."""
