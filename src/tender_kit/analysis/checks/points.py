"""Score tables: rows add up to their group, groups to the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import Evidence
from tender_kit.models.demands import Number, ScoreGroup, ScoreTable
from tender_kit.models.notice import Notice
from tender_kit.quantities.masks import bounds

_BESIDE = re.compile("加分|扣分|减分|附加|奖励|否决")


def _look(notice: Notice) -> Iterator[Matter]:
    for table in notice.score_tables:
        for group in table.groups:
            rows = [item.points for item in group.items]
            yield from _compare(f"“{group.name or table.title}”各项", "rows", group.points, rows, _evidence_of(group))
        yield from _compare(f"“{table.title or '评分表'}”各部分", "parts", table.total, _parts(table), table.evidence)


def _parts(table: ScoreTable) -> list[Number]:
    """The points of the groups; of a group without its own, those of its rows. Bonus and malus stand beside the total."""
    return [part for group in table.groups if not _BESIDE.search(group.name) for part in _points_of(group)]


def _points_of(group: ScoreGroup) -> list[Number]:
    own = group.points
    return [own] if own.value is not None or own.mask or not group.items else [item.points for item in group.items]


def _evidence_of(group: ScoreGroup) -> tuple[Evidence, ...]:
    return (*group.evidence, *(e for item in group.items for e in item.evidence))


def _compare(
    what: str, what_en: str, stated: Number, parts: Sequence[Number], evidence: tuple[Evidence, ...]
) -> Iterator[Matter]:
    """Compare exactly where all points are shown; where some are hidden, only what their bounds rule out."""
    if stated.value is None or not parts:
        return
    ranges = [_range(part) for part in parts]
    low = sum((first for first, _ in ranges), Decimal(0))
    highs = [last for _, last in ranges if last is not None]
    high = sum(highs, Decimal(0)) if len(highs) == len(ranges) else None
    if low <= stated.value and (high is None or stated.value <= high):
        return
    exact = low == high
    shown = say_figure(low) if exact else f"至少{say_figure(low)}" if low > stated.value else f"至多{say_figure(high or low)}"
    shown_en = shown.replace("至少", "at least ").replace("至多", "at most ")
    yield Matter(
        "warning",
        f"{what}分值合计{shown}分,与载明的{say_figure(stated.value)}分不一致。",
        f"The {what_en} of {what.removesuffix('各项').removesuffix('各部分')} add up to {shown_en} points, "
        f"but {say_figure(stated.value)} are stated.",
        evidence,
    )


def _range(part: Number) -> tuple[Decimal, Decimal | None]:
    if part.value is not None:
        return part.value, part.value
    limits = bounds(part.mask) if part.mask else None
    # A masked figure of points may have decimals that the copy dropped: only its lower bound is sure.
    return (limits[0], limits[1] + 1) if limits else (Decimal(0), None)


CHECK = Check(
    code="points_total",
    title="分值合计",
    title_en="Sum of the points",
    why="分值加起来不等于总分时,评审权重不明,应当在提问截止前请采购人澄清。",
    source="财政部令第87号第五十五条(评审因素应当细化和量化,与分值相对应)",
    look=_look,
)
