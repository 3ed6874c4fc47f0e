"""A checklist of ten times the notice makes about ten times the work, and any text has one."""

from __future__ import annotations

from datetime import date

import pytest
from tests.work import calls_of

import tender_kit
from tender_kit.analysis.checklist import checklist, merge

DAY = date(2026, 4, 1)
KINDS = {
    "clauses": "{}.每季度入户走访不少于4次,供应商须做好记录。\n",
    "binding sentences": "第{}款供应商不得转包;违反的按无效响应处理。\n",
    "marked lines": "★{}.承诺函须加盖公章。\n",
    "table rows": "<table><tr><th>序号<th>服务内容<th>数量(次)</tr><tr><td>{}<td>入户走访<td>≥12</tr></table>",
    "unread figures": "第{}处另设37册和19篇备查。\n",
    "questions": "{}.供应商注册资本不低于500万元,质疑须书面提出。\n",
}


def work(notice: tender_kit.Notice) -> int:
    """Count the calls that a checklist takes."""
    return calls_of(lambda: checklist(notice, on=DAY))


def source(part: str, count: int) -> tender_kit.Notice:
    text = "二、服务要求\n" + "".join(part.format(number) for number in range(1, count + 1))
    return tender_kit.parse(text.encode())


@pytest.mark.parametrize("part", KINDS.values(), ids=KINDS.keys())
def test_work_grows_with_the_size_only(part: str) -> None:
    checklist(source(part, 30), on=DAY)
    assert work(source(part, 300)) <= 13 * work(source(part, 30))


@pytest.mark.parametrize(
    "text", ["★", "。。。", "应须不得", "更正公告\n原为,变更为", "**分\n" * 9, "\x00必须\u202e", "第1包\n" * 40]
)
def test_any_text_has_a_checklist(text: str) -> None:
    notice = tender_kit.parse(text + "\n")
    made = checklist(notice, corrections=[notice], on=DAY)
    assert [row.number for row in merge(made, made).rows] == [row.number for row in made.rows]
