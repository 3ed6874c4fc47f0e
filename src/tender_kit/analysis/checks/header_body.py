"""Header and body: a value that the body hides was filled from another place of the same page."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.checks.fields import name_facts, named_together
from tender_kit.models.notice import Notice


def _look(notice: Notice) -> Iterator[Matter]:
    filled = [(zh, en, reading.evidence) for zh, en, reading in name_facts(notice) if reading.origin == "reconciled"]
    return named_together(
        "info",
        filled,
        "以下内容正文中被遮蔽,取自同一页面的其他位置,位数与遮蔽处相符:",
        "Hidden in the body and taken from another place of the page, where the digits fit: ",
    )


CHECK = Check(
    code="reconciled",
    title="由页面其他位置补全的内容",
    title_en="Facts filled from another place",
    why="页面摘要由网站录入,不是公告正文;重要时间和金额应与原公告核对。",
    source="本工具的约定:只在位数相符时补全,并注明来源",
    look=_look,
)
