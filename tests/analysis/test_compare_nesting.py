"""Figures that limit each unit of another hang under it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.analysis.compare import compare
from tender_kit.analysis.compare.nesting import find_parents
from tender_kit.models.comparison import Row
from tender_kit.models.demands import Measure
from tender_kit.pipeline import read_notice

Figure = tuple[int, str, str]


def measures(*figures: Figure) -> list[Measure]:
    return [Measure(comparator="at_least", value=Decimal(v), unit=u, subject=s, evidence=()) for v, u, s in figures]


@pytest.mark.parametrize(
    ("figures", "parents"),
    [
        (((2, "场", "主题活动"), (30, "人", "每场")), {1: 0}),
        (((4, "期", "训练营"), (2, "天", "每期"), (50, "人", "")), {1: 0, 2: 0}),  # 每期2天、不少于50人
        (((150, "人次", "全年"), (3, "次", "每人"), (50, "分钟", "每次")), {1: 0}),  # a nested one is no parent
        (((86, "户", "走访"), (1, "次", "每户")), {1: 0}),
        (((3, "名", "驻站社工"), (2, "名", "其中持证社工")), {1: 0}),
        (((2, "年", "质保"), (1, "个", "每个乡镇")), {}),  # 乡镇 is nothing that a figure counts
        (((1, "次", "每季度"), (2, "次", "每月")), {}),
        (((30, "人", "每场"),), {}),
    ],
)
def test_what_hangs_under_what(figures: tuple[Figure, ...], parents: dict[int, int]) -> None:
    assert find_parents(measures(*figures)) == parents


def test_a_figure_with_a_rhythm_stands_for_itself() -> None:
    event, people = measures((2, "场", "活动"), (1, "次", "每场"))
    assert find_parents([event, people.model_copy(update={"per": "month"})]) == {}


def rows_of(*texts: str) -> dict[str, Row]:
    notices = [read_notice(f"服务要求\n{text}\n", uri=f"{index}.txt") for index, text in enumerate(texts)]
    return {row.key: row for row in compare(notices, versions=False).rows}


def test_a_nested_figure_stands_indented_and_is_not_compared() -> None:
    rows = rows_of("1.每月上门探访不少于2次,每次不少于60分钟。", "1.每月上门探访不少于4次,每次不少于40分钟。")
    first, nested = rows["svc.visit_home"].cells[0].entries
    assert (first.figure, nested.under, nested.figure, nested.uncompared) == (24, 0, None, "nested")
    assert rows["svc.visit_home"].strictest == (1,)


def test_figures_of_their_own_topic_have_a_row_under_the_topic() -> None:
    rows = rows_of("1.每月开展主题活动2场,每场参加居民不少于30人。", "1.全年开展主题活动12场,每场参加居民不少于50人。")
    assert rows["svc.event_people"].parent == "svc.event"
    assert [cell.figure for cell in rows["svc.event_people"].cells] == [30, 50]


def test_one_figure_for_several_things_stands_in_the_row_of_each() -> None:
    rows = rows_of("1.每季度至少开展1次社区居民需求调查、社区议事协商会议。", "1.每月开展社区居民需求调查1次。")
    assert [cell.figure for cell in rows["assess.need"].cells] == [4, 12]
    assert rows["cap.exchange"].cells[0].figure == 4
    assert rows["cap.exchange"].alone == 0
