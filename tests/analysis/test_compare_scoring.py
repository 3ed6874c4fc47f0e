"""Score tables side by side: totals, the price, how many indicators, and the indicators lined up."""

from __future__ import annotations

from decimal import Decimal

from tender_kit.analysis.compare import compare
from tender_kit.models.comparison import Row
from tender_kit.pipeline import read_notice

HEAD = "{place}社会工作服务项目竞争性磋商公告\n项目编号:{place}-1\n评分办法\n<p></p>"
TABLE = """<h1>{place}社会工作服务项目竞争性磋商公告</h1><p>采购人:{place}民政局</p><h2>评分标准(满分100分)</h2>
<table><tr><th>序号</th><th>评分因素</th><th>分值</th><th>评分标准</th></tr>
<tr><td>1</td><td>投标报价</td><td>{price}</td><td>基准价/报价×{price}</td></tr>
<tr><td>2</td><td>{plan}</td><td>{points}</td><td>优得满分,良得一半。</td></tr>
<tr><td>3</td><td>类似项目业绩</td><td>10</td><td>每提供一个得2分,最高10分。</td></tr></table>"""


def rows() -> dict[str, Row]:
    first = TABLE.format(place="甲县", price=10, plan="项目实施方案", points=80)
    other = TABLE.format(place="乙县", price=20, plan="项目实施方案及进度安排", points=70)
    notices = [read_notice(text, uri=f"{index}.html") for index, text in enumerate((first, other))]
    return {row.key: row for row in compare(notices, versions=False).rows if row.group == "scoring"}


def test_the_points_on_the_price_stand_side_by_side() -> None:
    assert [cell.figure for cell in rows()["score.evaluation.price"].cells] == [10, 20]


def test_indicators_are_counted_with_their_points_on_average() -> None:
    items = rows()["score.evaluation.items"]
    assert [cell.figure for cell in items.cells] == [3, 3]
    assert items.ratios[0].figures == (Decimal("33.33"), Decimal("33.33"))


def test_indicators_line_up_by_what_they_judge() -> None:
    lined = [row for row in rows().values() if row.key.startswith("score.evaluation:")]
    points = {tuple(cell.figure for cell in row.cells) for row in lined}
    assert {(80, 70), (10, 10), (10, 20)} <= points
