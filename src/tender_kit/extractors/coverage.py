"""Which figures of a notice no fact has used: the list that keeps the toolkit honest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from tender_kit.core.model import Model
from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Span
from tender_kit.document.model import Block, Document
from tender_kit.models.notice import Coverage, Notice, Unused

_FIGURE = re.compile(
    # One class of signs first: the engine runs to the next of them without trying the rest at every sign.
    r"[0-9*不至≥≤达](?:(?:(?<=不)(?:得?[少低]于|超过|高于|多于|大于)|(?<=至)少|(?<=[≥≤])|(?<=达)到)[^,。;0-9*]{0,8}[0-9*][0-9.,*]*"
    r"|(?:(?<=[0-9])(?<![0-9.*年第][0-9])[0-9,.]*|(?<=\*)(?<![0-9.*年第]\*)\*{0,5})\s?(?:%|‰|万元|元|个工作日|工作日|日历天|天|小时|分钟|人次|户次|课时|学时|名|人|次|场|例|篇|期|户|家|所|册|份|分(?!钟|包|标|公司|局|项|类|别|中心)))"
)
_MANDATORY = ("★", "▲")
_NO_FACTS = {"document", "source", "findings", "coverage"}
_MOST = 400


def measure_coverage(document: Document, notice: Notice) -> Coverage:
    """Find the figures with comparator or unit, and the ★ clauses, that no evidence of the notice covers."""
    starts, ends = _covered(notice)
    figures = used = 0
    unused: list[Unused] = []
    for block in document.content:
        for span, what in _countable(block):
            figures += 1
            place = bisect_right(starts, span.end - 1) - 1
            if place >= 0 and span.end <= ends[place]:
                used += 1
            elif len(unused) < _MOST:
                unused.append(Unused(what=what, evidence=(document.evidence(span, "coverage"),)))
    return Coverage(figures=figures, used=used, unused=tuple(unused))


def _countable(block: Block) -> Iterator[tuple[Span, str]]:
    for figure in _FIGURE.finditer(block.body.text):
        yield block.body.span(*figure.span()), "figure"
    if block.flow.text[:1] in _MANDATORY:
        yield block.flow.span(0, 1), "mandatory"


def _covered(notice: Notice) -> tuple[list[int], list[int]]:
    """Give the union of all evidence as sorted, separate runs."""
    spans = sorted({(e.start, e.end) for e in _evidence(notice)})
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if starts and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _evidence(notice: Notice) -> Iterator[Evidence]:
    """Walk the models; requirement clauses count only through their measures, or every figure in them would."""
    stack: list[Any] = [notice]
    while stack:
        node = stack.pop()
        if type(node) is Evidence:
            yield node
        elif type(node) is tuple:
            stack.extend(node)
        else:
            values = node.__dict__
            stack.extend(value for name in _parts(node.__class__) if (value := values[name]))


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """Name the fields of a model that hold evidence or other models; asked once a type, for there are thousands of values."""
    names = (name for name, field in kind.model_fields.items() if name not in _NO_FACTS and _holds_models(field.annotation))
    return tuple(names)


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(map(_holds_models, get_args(annotation)))
