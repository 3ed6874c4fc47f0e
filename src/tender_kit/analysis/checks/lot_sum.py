"""Lots: their budgets (and ceilings) add up to that of the project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import Reading
from tender_kit.models.notice import Notice
from tender_kit.models.values import Money


def _look(notice: Notice) -> Iterator[Matter]:
    yield from _compare("预算金额", "budget", notice.budget, [lot.budget for lot in notice.lots])
    yield from _compare("最高限价", "ceiling", notice.ceiling, [lot.ceiling for lot in notice.lots])


def _compare(name: str, name_en: str, whole: Reading[Money], parts: Sequence[Reading[Money]]) -> Iterator[Matter]:
    figures = [part.value.yuan for part in parts if part.value is not None]
    if whole.value is None or not figures or len(figures) < len(parts):
        return
    added = sum(figures, Decimal(0))
    if added == whole.value.yuan:
        return
    stated = say_figure(whole.value.yuan)
    yield Matter(
        "warning",
        f"各包{name}合计{say_figure(added)}元,与项目{name}{stated}元不一致。",
        f"The lots' {name_en}s add up to {say_figure(added)} yuan, but the project's {name_en} is {stated} yuan.",
        (*whole.evidence, *(e for part in parts for e in part.evidence)),
    )


CHECK = Check(
    code="lots_total",
    title="各包合计与项目金额",
    title_en="Sum of the lots against the project",
    why="按包投标时,报价不得超过该包的预算或限价;合计不符说明至少有一处写错。",
    source="财政部令第87号第十三条(公告应载明预算金额,设定最高限价的还应公开最高限价)",
    look=_look,
)
