"""Ten times the document makes about ten times the work, whatever it is made of.

Work is counted in calls, never in time: the count is the same on every machine. What a single pattern
does with a long text is the matter of ``test_patterns``; how the time itself grows, that of ``make bench``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.work import work

import tender_kit

SIZE = 3_000
MOST_GROWTH = 12.0


def fill(part: str, size: int) -> str:
    """A part as often as it takes to fill a size."""
    return part * (size // len(part) + 1)


def counted(part: str, size: int) -> str:
    """The same with numbers that go on: ``{}`` is the number."""
    return "".join(part.format(number) for number in range(1, size // len(part) + 2))


def table(heads: str, row: str, size: int) -> str:
    """A page with one long table; heads and cells are parted by blanks."""
    cells = "".join(f"<th>{head}</th>" for head in heads.split())
    body = "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split()) + "</tr>"
    return f"<table><tr>{cells}</tr>{counted(body, size)}</table>"


CLAUSES = "每季度入户走访不少于4次,每次不少于30分钟,并做好记录。驻点社工不少于2名;全年活动不少于12场,满意度不低于95%。"
KINDS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "服务要求\n" + fill(CLAUSES + "\n", n),
    "one line": lambda n: "服务要求:" + fill(CLAUSES, n),
    "one line of commas": lambda n: "服务要求:" + fill("每季度走访4次,每次不少于2人,", n),
    "one sentence": lambda n: "服务要求:" + fill("社工2名、护理员3名、", n),
    "labels": lambda n: fill("采购人:某市民政局\n联系电话:010-12345678\n预算金额:50万元\n", n),
    "labels in one line": lambda n: fill("采购人:某市民政局 联系电话:010-12345678 预算金额:50万元 ", n),
    "headings": lambda n: fill("一、采购需求\n(一)服务内容\n1.建立档案\n1.1巡访\n", n),
    "lots": lambda n: counted("包{}:社区养老服务\n预算金额:{}万元\n每月上门2次\n".replace("额:{}", "额:12"), n),
    "one lot again and again": lambda n: fill("包1:社区养老服务\n预算金额:10万元\n服务内容:每月上门2次\n", n),
    "requirements": lambda n: table("序号 服务内容 服务要求 单位", "{} 入户走访 每月不少于2次 次", n),
    "lot table": lambda n: table("包号 包名称 预算金额(元) 服务要求", "{} 助餐 12000.00 每月上门不少于2次", n),
    "score table": lambda n: "<p>评分标准</p>" + table("评分因素 分值 评分标准", "方案{} 20分 完整得20分,每缺一项扣2分", n),
    "item table": lambda n: table("序号 名称 数量 单位 单价(元) 总价(元)", "{} 护理床 10 张 1200.00 12000.00", n),
    "award table": lambda n: "<p>中标公告</p>" + table("标段 供应商名称 中标金额 得分 排名", "{} 某某公司 12000元 92.5 1", n),
    "many tables": lambda n: fill("<p>服务要求</p>" + table("序号 服务要求", "1 每月上门不少于2次", 1), n),
    "cells over rows": lambda n: f"<table>{fill('<tr><td rowspan=999>甲<td rowspan=999>乙', n)}</table>",
    "cells without end": lambda n: fill("<td>", n),
    "flat table": lambda n: "序号\n服务内容\n服务要求\n" + counted("{}\n入户走访\n每月不少于2次\n", n),
    "heads of flat tables": lambda n: fill("序号\n名称\n数量\n单价\n", n),
    "tabs": lambda n: "序号\t服务内容\t服务要求\n" + counted("{}\t入户走访\t每月不少于2次\n", n),
    "pipes": lambda n: fill("|1|入户走访|每月不少于2次|\n", n),
    "columns": lambda n: "序号    服务内容    服务要求\n" + fill("1       入户走访    每月不少于2次\n", n),
    "qualifications": lambda n: "一、申请人的资格要求\n" + fill("1.具有社会工作师证书,提供复印件;\n", n),
    "payments": lambda n: "付款方式\n" + fill("合同签订后10日内支付合同金额的30%;验收后支付70%。\n", n),
    "corrections": lambda n: "更正公告\n" + fill("原投标截止时间:2026年4月20日09:00,现更正为:2026年5月1日09:00。\n", n),
    "scores in clauses": lambda n: "评分标准\n" + fill("1.报价(20分):价格最低的得20分,每高1%扣0.5分。\n", n),
    "suppliers": lambda n: "中标公告\n" + fill("供应商名称:某某公司\n中标金额:12万元\n", n),
}


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Have the vocabulary read before anything is counted."""
    tender_kit.parse("采购人:某市民政局\n预算金额:50万元\n")


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())
def test_ten_times_the_document_makes_about_ten_times_the_work(make: Callable[[int], str]) -> None:
    assert work(make(10 * SIZE)) <= MOST_GROWTH * work(make(SIZE))


@pytest.mark.parametrize("sign", ["1", "*", ":", "(", " ", "、", "服", "0.", "<td>", "《", "。", "\n1", "\n服"])
def test_one_sign_without_end_makes_work_in_proportion(sign: str) -> None:
    assert work(fill(sign, 10 * SIZE)) <= MOST_GROWTH * work(fill(sign, SIZE))


def test_work_that_grows_with_the_square_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def each_with_each(source: str) -> None:
        for one in source:
            for other in source:
                (one + other).strip()

    monkeypatch.setattr(tender_kit, "parse", each_with_each)
    assert work("服" * 500) > MOST_GROWTH * work("服" * 50)
