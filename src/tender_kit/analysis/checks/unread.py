"""Unread: a label is there, and what follows it was not understood."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.checks.fields import name_facts, named_together
from tender_kit.models.notice import Notice


def _look(notice: Notice) -> Iterator[Matter]:
    unread = [(zh, en, reading.evidence) for zh, en, reading in name_facts(notice) if reading.state == "unread"]
    return named_together(
        "warning",
        unread,
        "以下内容公告中有,但未能读懂,请看原文:",
        "The notice speaks of these, but they were not understood; see the source: ",
    )


CHECK = Check(
    code="unread",
    title="未能读懂的内容",
    title_en="Facts that were not understood",
    why="读不懂不等于没有;忽略一个截止时间就会失去投标机会。",
    source="本工具的约定:读不懂的标为未读,从不推测",
    look=_look,
)
