"""Moments of a value as findings."""

from __future__ import annotations

import re

from tender_kit.core.model import Moment
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document
from tender_kit.extractors.resolve import Found
from tender_kit.quantities.moments import find_moments

_NOTHING = re.compile(r"^(?:无|/|空|-+)")
_ELSEWHERE = re.compile(r"^(?:详见|见|另行|待定|以.*为准)")


def read_moments(document: Document, flow: Flow, rank: int, rule: str) -> list[Found[Moment]]:
    """Give the moments of a value; a label whose value is no moment gives one finding without value."""
    found: list[Found[Moment]] = []
    for match in find_moments(flow.text):
        evidence = document.evidence(flow.span(match.start, match.end), rule)
        if match.value is not None:
            found.append(Found(rank, evidence, match.value))
        elif match.mask:
            found.append(Found(rank, evidence, mask=match.mask))
    if not found and flow.text and not re.search(r"前$", flow.text) and len(flow.text) < 60:
        evidence = document.evidence(flow.whole, rule)
        if not _NOTHING.match(flow.text):
            found.append(Found(rank, evidence, hidden=bool(_ELSEWHERE.match(flow.text))))
    return found


def readable(found: list[Found[Moment]]) -> list[Found[Moment]]:
    """Keep what was understood, or is hidden."""
    return [f for f in found if f.value is not None or f.mask]
