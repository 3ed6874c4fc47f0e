"""Winners and ranked candidates."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.awards import extract_awards
from tender_kit.extractors.context import Context
from tender_kit.extractors.lots import extract_lots
from tender_kit.models.results import Award
from tender_kit.models.values import NoticeKind

Brief = tuple[str | None, str | None, str | None]


def read(text: str, kind: NoticeKind = NoticeKind.AWARD) -> tuple[Award, ...]:
    document = build_document(text + "\n")
    lots, scopes = extract_lots(document)
    return extract_awards(Context(document, kind=kind, lots=lots, scopes=scopes))


def brief(award: Award) -> Brief:
    value = award.amount.value
    return award.lot, award.supplier.name.value, value and format(value.yuan.normalize(), "f")


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        pytest.param(
            "三、中标信息\n供应商名称：暖心社会工作服务中心\n供应商地址：北街3号\n中标金额：69.8万元",
            [(None, "暖心社会工作服务中心", "698000")],
            id="labels",
        ),
        pytest.param(
            "中标（成交）金额（元）：698000.00\n",
            [],
            id="a-sum-without-supplier",
        ),
        pytest.param(
            "序号\t中标供应商名称\t中标供应商地址\t中标金额（万元）\n1\t暖心社会工作服务中心\t北街3号\t69.8",
            [(None, "暖心社会工作服务中心", "698000")],
            id="a-table",
        ),
        pytest.param(
            "包号\t供应商名称\t成交金额（元）\n1\t云香餐饮有限公司\t386000\n2\t城南膳食有限公司\t412000",
            [("1", "云香餐饮有限公司", "386000"), ("2", "城南膳食有限公司", "412000")],
            id="a-row-for-each-lot",
        ),
        pytest.param(
            "采购包1：\n供应商名称：云香餐饮有限公司\n中标金额：386000元\n采购包2：\n供应商名称：城南膳食有限公司\n中标金额：412000元",
            [("1", "云香餐饮有限公司", "386000"), ("2", "城南膳食有限公司", "412000")],
            id="labels-below-lots",
        ),
        pytest.param(
            "中标供应商：暖心社会工作服务中心\n中标金额：69.8万元\n代理服务费金额：8000元",
            [(None, "暖心社会工作服务中心", "698000")],
            id="the-agencys-fee-is-no-award",
        ),
        pytest.param(
            "中标供应商：暖心社会工作服务中心\n中标金额：优惠率12%", [(None, "暖心社会工作服务中心", None)], id="a-rate-is-no-sum"
        ),
        pytest.param("中标供应商：/\n中标金额：/", [], id="placeholders"),
        pytest.param(
            "经评审，中标人为无锡暖心社会工作服务中心，地址在东路，中标金额为人民币486000元。",
            [(None, "无锡暖心社会工作服务中心", "486000")],
            id="a-sentence",
        ),
        pytest.param(
            "经采购人确认，确定云香餐饮有限公司为成交供应商，成交金额：38.6万元。",
            [(None, "云香餐饮有限公司", "386000")],
            id="a-sentence-that-chooses",
        ),
        pytest.param("评标委员会推荐中标人为综合得分最高者，中标金额为其报价。", [], id="a-rule-names-nobody"),
    ],
)
def test_winners(text: str, awards: list[Brief]) -> None:
    assert [brief(award) for award in read(text)] == awards


def test_candidates_in_order_of_rank() -> None:
    table = (
        "候选人排名\t供应商名称\t投标报价（元）\t综合得分\n"
        "第一名\t城南膳食管理有限公司\t386000.00\t92.15\n第二名\t云香餐饮服务有限公司\t391200.00\t88.3"
    )
    awards = read(table)
    assert [(award.supplier.name.value, award.rank.value, str(award.score.value)) for award in awards] == [
        ("城南膳食管理有限公司", 1, "92.15"),
        ("云香餐饮服务有限公司", 2, "88.3"),
    ]


def test_candidates_side_by_side() -> None:
    table = (
        "中标候选人\t第一名\t第二名\n单位名称\t江桥建设有限公司\t宏路工程有限公司\n"
        "投标报价（万元）\t74.1\t74.3\n工期（日历天）\t240\t240\n项目经理\t胡某\t汪某"
    )
    awards = read(table)
    assert [brief(award)[1:] for award in awards] == [("江桥建设有限公司", "741000"), ("宏路工程有限公司", "743000")]
    assert [award.rank.value for award in awards] == [1, 2]


def test_a_bid_in_percent_is_quoted_and_no_amount() -> None:
    (labelled,) = read("三、成交情况\n成交供应商：惠民餐饮有限公司\n下浮率：8.3%")
    (tabled,) = read("排序\t中标候选人\t投标报价\n1\t惠民餐饮有限公司\t下浮率8.3%")
    for award in (labelled, tabled):
        assert award.amount.state == "absent"
        assert "8.3%" in award.evidence[-1].quote


def test_candidates_by_labels() -> None:
    awards = read(
        "第一中标候选人：城南膳食管理有限公司\n投标报价：386000元\n第二中标候选人：云香餐饮服务有限公司\n投标报价：391200元"
    )
    assert [(award.supplier.name.value, award.rank.value) for award in awards] == [
        ("城南膳食管理有限公司", 1),
        ("云香餐饮服务有限公司", 2),
    ]


def test_the_suppliers_address() -> None:
    (award,) = read("三、中标信息\n供应商名称：暖心社会工作服务中心\n供应商地址：北街3号\n中标金额：69.8万元")
    assert award.supplier.address.value == "北街3号"


def test_the_supplier_of_a_contract() -> None:
    text = "采购人（甲方）：三河县救助管理站\n供应商（乙方）：三河县惠民商贸有限公司\n地址：市场街9号\n合同金额：￥98,600.00元"
    assert [brief(award) for award in read(text, NoticeKind.CONTRACT)] == [(None, "三河县惠民商贸有限公司", "98600")]


@pytest.mark.parametrize(
    ("lines", "yuan"),
    [
        ("合同金额（小写）：******.00元\n合同金额（大写）：叁拾壹万伍仟贰佰元整", "315200"),
        ("合计金额小写：******.00元\n合计金额大写：叁拾壹万伍仟贰佰元整", "315200"),
        ("合同金额（小写）：******.00元", None),
    ],
)
def test_a_contract_sum_in_words_beside_hidden_digits(lines: str, yuan: str | None) -> None:
    (award,) = read(f"甲方：青石县民政局\n乙方：无为县濡须餐饮有限公司\n{lines}", NoticeKind.CONTRACT)
    assert brief(award) == (None, "无为县濡须餐饮有限公司", yuan)


def test_a_masked_winner_keeps_its_shape() -> None:
    (award,) = read("中标供应商：暖心****中心\n中标金额：**万元")
    assert (award.supplier.name.state, award.supplier.name.mask) == ("masked", "暖心****中心")
    assert award.amount.state == "masked"


@pytest.mark.parametrize("kind", [NoticeKind.TENDER, NoticeKind.INTENTION, NoticeKind.REQUIREMENTS])
def test_other_notices_award_nothing(kind: NoticeKind) -> None:
    assert read("供应商名称：暖心社会工作服务中心\n中标金额：69.8万元", kind) == ()
