"""Line items, by columns and by labels."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.core.readings import Reading
from tender_kit.document.build import build_document
from tender_kit.extractors.context import Context
from tender_kit.extractors.items import extract_items
from tender_kit.extractors.items_cells import read_quantity
from tender_kit.models.notice import Lot
from tender_kit.models.results import Item
from tender_kit.models.values import Money, NoticeKind


def read(
    source: str, media_type: str = "text/plain", lots: tuple[Lot, ...] = (), kind: NoticeKind = NoticeKind.OTHER
) -> tuple[Item, ...]:
    return extract_items(Context(document=build_document(source, media_type=media_type), lots=lots, kind=kind))


def brief(items: tuple[Item, ...]) -> list[tuple[str, Decimal | None, str | None]]:
    return [(item.name, item.quantity, item.unit) for item in items]


def yuan(reading: Reading[Money]) -> Decimal | None:
    return reading.value.yuan if reading.value else None


def test_an_award_table() -> None:
    head = "品目号\t品目名称\t服务范围\t服务标准\t单价（元）\t数量\t单位\t总价（万元）"
    (item,) = read(f"{head}\n1-1\t助浴服务\t城区\t持证上岗\t128,000.00\t2.00\t项\t25.6")
    assert (item.number, item.name, item.quantity, item.unit) == ("1-1", "助浴服务", Decimal("2.00"), "项")
    assert (yuan(item.unit_price), yuan(item.total)) == (Decimal("128000.00"), Decimal("256000"))
    assert (item.scope, item.standard) == ("城区", "持证上岗")


def test_the_unit_of_money_may_stand_above_the_table() -> None:
    (item,) = read("金额单位：万元\n序号\t标的名称\t数量\t金额\n1\t评估服务\t1项\t12.5\n合计\t\t\t12.5")
    assert yuan(item.total) == Decimal("125000")


def test_sums_groups_and_empty_rows_are_no_items() -> None:
    rows = [
        "<td>序号</td><td>物资名称</td><td>单位</td><td>数量</td>",
        "<td>一</td><td colspan=3>照明</td>",
        "<td>1</td><td>灯具</td><td>台</td><td>12</td>",
        "<td>…</td><td></td><td></td><td></td>",
        "<td colspan=3>合计</td><td>12</td>",
    ]
    source = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    assert brief(read(source, "text/html")) == [("灯具", Decimal(12), "台")]


def test_cells_that_have_slipped_are_laid_by_their_shape() -> None:
    text = (
        "|序号 |采购品目名称  |标的名称    |数量（计量单位） |标的金额（元） |所属行业 |\n"
        "|1    |停车管理服务  |1.00（项）  |395,000.00       |总价           |无       |"
    )
    (item,) = read(text)
    assert (item.name, item.quantity, item.unit, yuan(item.total)) == (
        "停车管理服务",
        Decimal("1.00"),
        "项",
        Decimal("395000.00"),
    )


def test_a_masked_price_keeps_its_shape() -> None:
    (item,) = read("序号\t服务名称\t数量\t单价（元）\n*\t陪诊服务\t1项\t***.**\n")
    assert (item.unit_price.state, item.unit_price.mask) == ("masked", "***.**")


def test_items_are_tied_to_lots() -> None:
    lots = (Lot(number="01"), Lot(number="02"))
    items = read("包号\t标的名称\t数量\n1\t东片运营\t1项\n2\t西片运营\t1项", lots=lots)
    assert [item.lots for item in items] == [("01",), ("02",)]
    (item,) = read("品目号\t品目名称\t数量\t单价（元）\n2-1\t托养服务\t1(项)\t500", lots=lots)
    assert item.lots == ("02",)


def test_the_projects_of_an_intention_are_its_items() -> None:
    head = "序号\t采购项目名称\t采购需求概况\t预算金额（万元）\t预计采购时间"
    rows = ["1\t居家康复服务\t上门康复训练\t42.5\t2026年9月", "2\t辅具适配服务\t适配辅具\t18\t2026年10月"]
    items = read("\n".join((head, *rows)), kind=NoticeKind.INTENTION)
    assert [(item.name, yuan(item.total)) for item in items] == [
        ("居家康复服务", Decimal("425000")),
        ("辅具适配服务", Decimal("180000")),
    ]
    assert read("\n".join((head, rows[0])), kind=NoticeKind.INTENTION) == ()  # one project: its facts are the notice's
    assert read("\n".join((head, *rows))) == ()


def test_what_is_done_names_the_line_where_nothing_else_does() -> None:
    rows = ["基础服务\t1\t入户走访\t每月不少于1次\t960\t户次", "\t2\t监护评估\t一户一表\t86\t户"]
    text = "\n".join(("服务类别\t序号\t服务内容\t服务标准\t数量\t单位", *rows))
    assert brief(read(text)) == [("入户走访", Decimal(960), "户次"), ("监护评估", Decimal(86), "户")]


def test_what_is_asked_of_bidders_for_a_lot_hides_no_item() -> None:
    text = "标包\t服务名称\t数量\t供应商资格要求\nA\t站点运营服务\t1项\t依法登记\nB\t站点评估服务\t1项\t依法登记"
    assert [item.name for item in read(text)] == ["站点运营服务", "站点评估服务"]


def test_the_wording_of_a_contract_may_hold_labels_of_its_own() -> None:
    text = (
        "六、合同主要信息\n主要标的名称：为老服务运营\n规格型号（或服务要求）：\n1.助餐服务：每周供餐7天。\n2.助浴服务：全年不少于900人次。\n"
        "质量要求：满意度不低于90%。\n主要标的数量：1.00\n主要标的单价：326000.00元\n付款方式：分两期付款\n"
    )
    (item,) = read(text)
    assert (item.name, item.quantity, yuan(item.unit_price)) == ("为老服务运营", Decimal("1.00"), Decimal("326000.00"))


def test_labels_below_one_another() -> None:
    text = "四、主要标的信息\n名称：康复器材\n规格型号：见附表\n数量：20台\n单价：1500元\n五、评审专家名单\n周某"
    (item,) = read(text)
    assert (item.name, item.quantity, item.unit, yuan(item.unit_price)) == ("康复器材", Decimal(20), "台", Decimal(1500))


@pytest.mark.parametrize(
    "text",
    [
        "岗位\t人数\t任职要求\n社工\t2\t持证上岗\n厨师\t1\t健康证明",
        "服务项目\t服务内容\t服务要求\n探访\t上门探访\t每月两次\n助餐\t送餐到户\t每日一次",
        "采购人\n名称：某局\n地址：东路1号\n联系方式：0000-1234567",
        "序号\t供应商名称\t报价\n1\t甲公司\t100000元\n2\t乙公司\t120000元",
        "序号\t评分项目\t分值\n1\t业绩\t10\n2\t方案\t90",
    ],
)
def test_other_tables_list_no_items(text: str) -> None:
    assert read(text) == ()


def test_quantities() -> None:
    assert read_quantity("约6,200人次") == (Decimal(6200), "人次")
    assert read_quantity("一项") == (Decimal(1), "项")
    assert read_quantity("按实际发生") == (None, None)
