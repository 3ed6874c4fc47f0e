"""The notice period: how long the announcement itself stands."""

from __future__ import annotations

import re

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.values import Duration
from tender_kit.quantities.durations import find_durations

_NOTICE_PERIOD = re.compile(
    r"(?<!结果)公[告示](?:期限?|时间)(?!内|满|届满|结束)(?![^。;\n]{0,8}(?:不少于|不得少于))[^。;\n]{0,40}|自本公告(?:发布|发出)之日起[^。;\n]{0,20}"
    r"|(?<!网站)(?<!结果)公示(?=[\d一二三四五六七]{1,2}个?(?:工作)?日)[^。;\n]{0,10}"
)


def find_notice_period(document: Document) -> Reading[Duration]:
    """Read the notice period: its label first, then sentences."""
    found: list[Found[Duration]] = []
    for pair in document.pairs:
        if "notice_period" in pair.fields and len(pair.value.text) < 200:
            found.extend(_lengths(document, pair.value, 0, f"schedule.notice_period.{pair.form}"))
    for block in document.blocks_with("公告", "公示"):
        for sentence in _NOTICE_PERIOD.finditer(block.flow.text):
            found.extend(_lengths(document, block.flow.slice(*sentence.span()), 1, "schedule.notice_period.sentence"))
    return resolve(found[:1])


def _lengths(document: Document, flow: Flow, rank: int, rule: str) -> list[Found[Duration]]:
    found: list[Found[Duration]] = []
    for length in find_durations(flow.text):
        evidence = document.evidence(flow.span(length.start, length.end), rule)
        if length.count is not None:
            found.append(Found(rank, evidence, Duration(count=length.count, unit=length.unit)))
        elif length.mask:
            found.append(Found(rank, evidence, mask=flow.text[length.start : length.end]))
    return found[:1]
