"""Rows and groups of a score table before they become models."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document
from tender_kit.extractors.score_rules import find_rules, most_points, read_points
from tender_kit.models.demands import Number, ScoreGroup, ScoreItem, ScoreRule

_MARK = r"[\d*]+(?:\.[\d*]+)?"
_GROUP = re.compile(
    rf"(?P<name>.{{1,40}}?)[:、,]?\s?(?:[(\[【]?(?:共|满分|计|分值|总分)?:?\s?(?P<points>{_MARK})\s?分?[)\]】]|(?P<bare>{_MARK})\s?分\)?)\s?:?"
)
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d*]{1,3}\)|[\d*]{1,2}[、.](?![\d*])|[①-⑳])\s?")
SUM_ROW = re.compile(r"(?:合\s?计|总\s?计|总\s?分|小\s?计|总得分|得分合计|满分)(?:\(?[\d*]*分?\)?|得分|分数|分值)?:?")


@dataclass(slots=True)
class Row:
    """A row: what is judged, how, and the flow of its points where they stand apart."""

    texts: list[Flow] = field(default_factory=list)
    criteria: list[Flow] = field(default_factory=list)
    points: Flow | None = None
    number: str = ""


@dataclass(slots=True)
class Group:
    """Rows under one head."""

    head: Flow | None = None
    points: Number = field(default_factory=Number)
    rows: list[Row] = field(default_factory=list)


def split_group(text: str) -> tuple[str, Number]:
    """Part the head of a group from its points.

    >>> name, points = split_group("阵地建设(15分)")
    >>> name, points.value, split_group("商务部分")[0]
    ('阵地建设', Decimal('15'), '商务部分')
    """
    bare = _NUMBER.sub("", text.replace("\n", ""), count=1).strip(" :")
    found = _GROUP.fullmatch(bare)
    if not found:
        return bare, Number()
    return found["name"].strip(" (:"), read_points(found["points"] or found["bare"])


def without_number(flow: Flow) -> tuple[str, Flow]:
    """Part the list number from a flow."""
    found = _NUMBER.match(flow.text)
    if not found or found.end() >= len(flow.text):
        return "", flow
    return found.group().strip(), flow.slice(found.end(), len(flow.text)).strip()


def make_group(document: Document, group: Group) -> ScoreGroup:
    """Make the model of a group."""
    name, points = split_group(group.head.text) if group.head else ("", Number())
    head = (document.evidence(group.head.whole, "score_group"),) if group.head and group.head.text else ()
    stated = points if points.value is not None or points.mask else group.points
    items = tuple(make_item(document, row) for row in group.rows)
    return ScoreGroup(name=name, points=stated, items=items, evidence=head)


def make_item(document: Document, row: Row) -> ScoreItem:
    """Make the model of a row; its points are those of its own cell, or else what its criterion says."""
    rules: list[ScoreRule] = []
    for flow in row.criteria or row.texts:
        rules.extend(find_rules(document, flow))
    return ScoreItem(
        number=row.number,
        text=_judged(row.texts) or _plain(row.criteria),
        criterion=_plain(row.criteria),
        points=_row_points(row),
        rules=tuple(rules),
        evidence=tuple(_quotes(document, [*row.texts, *row.criteria, *([row.points] if row.points else [])])),
    )


_RULE_END = re.compile(r"[扣得加减计给满]$|[,;]")


def _judged(texts: list[Flow]) -> str:
    """What is judged, without the points that may stand behind its name."""
    if len(texts) != 1:
        return _plain(texts)
    name, points = split_group(texts[0].text)
    if _RULE_END.search(name):  # 每少1户扣1分 is a rule; what stands before its points is no name
        return _plain(texts)
    return name if points.value is not None or points.mask else _plain(texts)


def _row_points(row: Row) -> Number:
    if row.points and row.points.text:
        return read_points(row.points.text)
    if row.texts:
        named = split_group(row.texts[0].text)[1]
        if named.value is not None or named.mask:
            return named
    for flow in reversed(row.criteria or row.texts):
        most = most_points(flow.text)
        if most is not None:
            return most
    return Number()


def _plain(flows: Iterable[Flow]) -> str:
    return " ".join(flow.text.replace("\n", "").strip() for flow in flows if flow.text).rstrip("。;,.")


def _quotes(document: Document, flows: Iterable[Flow]) -> Iterable[Evidence]:
    return (document.evidence(flow.whole, "score_row") for flow in flows if flow.text)
