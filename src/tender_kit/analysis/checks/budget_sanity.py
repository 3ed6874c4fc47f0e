"""Money: a budget of a few yuan or of billions is a slip of the unit more often than a budget."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.wording import say_figure
from tender_kit.models.notice import Notice

LEAST = 1_000
MOST = 1_000_000_000


def _look(notice: Notice) -> Iterator[Matter]:
    sums = [("预算金额", "budget", notice.budget), ("最高限价", "ceiling price", notice.ceiling)]
    sums += [(f"{lot.number}包预算金额", f"budget of lot {lot.number}", lot.budget) for lot in notice.lots]
    for name, name_en, reading in sums:
        if reading.value is None or LEAST <= reading.value.yuan <= MOST:
            continue
        yuan = say_figure(reading.value.yuan)
        yield Matter(
            "warning",
            f"{name}为{yuan}元,可能是单位(元/万元)写错,或者是单价,请核对原文。",
            f"The {name_en} is {yuan} yuan: perhaps a slip of the unit (yuan or 10,000 yuan) or a unit price; see the source.",
            reading.evidence,
        )


CHECK = Check(
    code="budget_sanity",
    title="金额量级",
    title_en="Magnitude of the sums",
    why="元与万元相差一万倍;按写错的单位判断项目大小会错过或误投。",
    source="经验规则:低于1000元或高于10亿元的服务采购极少",
    look=_look,
)
