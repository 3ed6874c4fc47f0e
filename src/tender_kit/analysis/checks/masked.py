"""Masks: what the copy of a notice hides, in one finding."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.checks.fields import Named, name_facts, named_together
from tender_kit.models.notice import Notice


def _look(notice: Notice) -> Iterator[Matter]:
    hidden = [(zh, en, reading.evidence) for zh, en, reading in name_facts(notice) if reading.state == "masked"]
    hidden += _figures(notice)
    return named_together(
        "warning",
        hidden,
        "以下内容在本文中被遮蔽或指向其他文件,须查原公告或采购文件:",
        "Hidden in this copy, or left to another document; see the original: ",
    )


def _figures(notice: Notice) -> list[Named]:
    """The lists that have hidden figures."""
    measures = [m.evidence for r in notice.requirements for m in r.measures if m.mask]
    payments = [p.evidence for p in notice.payments if p.mask]
    rows = [i.evidence for t in notice.score_tables for g in t.groups for i in g.items if i.points.mask]
    groups = [("量化要求", "measures", measures), ("付款比例", "payment shares", payments), ("评分分值", "points", rows)]
    return [
        (f"{zh}{len(places)}处", f"{len(places)} {en}", tuple(e for place in places for e in place))
        for zh, en, places in groups
        if places
    ]


CHECK = Check(
    code="masked",
    title="被遮蔽的内容",
    title_en="Hidden facts",
    why="转载页常以星号遮蔽数字;遮蔽的内容不能参与比较,也不能当作没有要求。",
    source="经验规则:以原发布网站的公告为准",
    look=_look,
)
