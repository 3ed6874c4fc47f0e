"""Lots, with what tables, labels and headings say of them."""

from __future__ import annotations

import pytest

from tender_kit.core.fold import fold
from tender_kit.core.readings import Reading
from tender_kit.document.build import build_document
from tender_kit.extractors.lot_numbers import find_lot_numbers, normal_number
from tender_kit.extractors.lots import extract_lots
from tender_kit.models.values import Money

Brief = tuple[str, str | None, str | None, str | None]


def yuan(reading: Reading[Money]) -> str | None:
    return format(reading.value.yuan.normalize(), "f") if reading.value else None


def read(text: str) -> list[Brief]:
    lots, _ = extract_lots(build_document(text + "\n"))
    return [(lot.number, lot.name.value, yuan(lot.budget), yuan(lot.ceiling)) for lot in lots]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("01包要求", [("01",)]),
        ("02、03包要求", [("02", "03")]),
        ("合同包1", [("1",)]),
        ("采购包1、采购包2", [("1", "2")]),
        ("标项一", [("1",)]),
        ("第二标段", [("2",)]),
        ("A包和B包", [("A", "B")]),
        ("1包、2包要求", [("1", "2")]),
        ("1至3包", [("1", "2", "3")]),
        ("01-03包", [("01", "02", "03")]),
        ("分标2", [("2",)]),
        ("包组编号：3", [("3",)]),
        ("本项目共3包", []),
        ("共分为两个标段", []),
        ("每人2包装", []),
        ("承包1年", []),
        ("面包3个", []),
        ("2026年包干", []),
        ("5.2包含", []),
        ("A包10万元、B包3,500元", [("A",), ("B",)]),
    ],
)
def test_how_lots_are_named(text: str, numbers: list[tuple[str, ...]]) -> None:
    assert [found[2] for found in find_lot_numbers(fold(text))] == numbers


@pytest.mark.parametrize(("number", "normal"), [("二", "2"), ("十一", "11"), ("02", "02"), ("B", "B"), (" 3 ", "3")])
def test_normal_numbers(number: str, normal: str) -> None:
    assert normal_number(number) == normal


TABLE = "标段号\t标段名称\t预算金额（万元）\t最高限价（万元）\n01\t东片助浴\t70\t68\n02\t西片助浴\t50\t49"


@pytest.mark.parametrize(
    ("text", "lots"),
    [
        pytest.param(TABLE, [("01", "东片助浴", "700000", "680000"), ("02", "西片助浴", "500000", "490000")], id="a-table"),
        pytest.param(
            "采购包1（轮椅）：预算金额：30万元，最高限价：29.5万元\n采购包2（助听器）：预算金额：45万元，最高限价：44万元",
            [("1", "轮椅", "300000", "295000"), ("2", "助听器", "450000", "440000")],
            id="lines",
        ),
        pytest.param(
            "标项一\n标项名称：东片助浴\n预算金额（元）：700000\n标项二\n标项名称：西片助浴\n预算金额（元）：500000",
            [("1", "东片助浴", "700000", None), ("2", "西片助浴", "500000", None)],
            id="labels-below-a-line",
        ),
        pytest.param(
            "标项名称：东片助浴\n预算金额（元）：700000\n标项名称：西片助浴\n预算金额（元）：500000",
            None,
            id="names-without-numbers",
        ),
        pytest.param("一、合同包1（东片助浴）\n每月两次。\n二、合同包2（西片助浴）\n每月一次。", None, id="headings"),
        pytest.param("项目名称：助浴服务\n预算金额：70万元", [], id="a-project-that-is-not-split"),
        pytest.param("本项目共2个标段，预算总额120万元。", [], id="a-count-is-no-lot"),
        pytest.param("食品按每袋2包装盒配送，承包1年。", [], id="packing-and-contracting"),
    ],
)
def test_lots(text: str, lots: list[Brief] | None) -> None:
    if lots is None:
        assert [(number, name) for number, name, _, _ in read(text)] == [("1", "东片助浴"), ("2", "西片助浴")]
    else:
        assert read(text) == lots


def test_the_same_lot_in_two_spellings_is_one() -> None:
    assert [number for number, *_ in read(TABLE + "\n采购需求\n1包要求：\n每月两次。\n2包要求：\n每月一次。")] == ["01", "02"]


@pytest.mark.parametrize(
    ("words", "lots"),
    [("每周两次", ("01",)), ("每周一次", ("02", "03")), ("每月汇报", ())],
)
def test_what_a_heading_ties_to_lots(words: str, lots: tuple[str, ...]) -> None:
    text = "一、采购需求\n01包要求：\n探访每周两次。\n02、03包要求：\n探访每周一次。\n二、报告要求\n供应商应每月汇报。\n"
    document = build_document(text)
    _, scopes = extract_lots(document)
    place = document.text.index(words)
    inside = [scope for scope in scopes if scope[0] <= place < scope[1]]
    assert (inside[-1][2] if inside else ()) == lots


def test_further_columns_of_a_lot() -> None:
    (lot,), _ = extract_lots(build_document("包号\t标的名称\t所属行业\t数量\t单位\n1\t助浴\t其他未列明行业\t1\t项\n"))
    assert (lot.industry.value, lot.quantity.value, lot.unit.value) == ("其他未列明行业", "1", "项")


def test_a_masked_budget_of_a_lot() -> None:
    lots, _ = extract_lots(build_document("采购包1：\n采购包预算金额（元）：***,***.**\n"))
    assert [(lot.budget.state, lot.budget.mask) for lot in lots] == [("masked", "***,***.**")]


@pytest.mark.parametrize(
    ("text", "lots"),
    [
        pytest.param(
            "包件名称\t地点\t控制价（万元）\n包件1：蔬菜配送\t东区\t85\n包件2：后厨帮工\t西区\t46.8",
            [("1", "蔬菜配送", None, "850000"), ("2", "后厨帮工", None, "468000")],
            id="number-and-name-in-one-column",
        ),
        pytest.param(
            "序号\t分标名称\t废标理由\n1\t分标3 督导服务\t不足三家",
            [("3", "督导服务", None, None)],
            id="counter-is-no-lot-where-the-name-has-one",
        ),
        pytest.param(
            "预算金额：5,460,000.00元（A包3,960,000.00元，B包1,500,000.00元）\nA包（车辆）：流标。\nB包（桶站）：终止。",
            [("A", "车辆", "3960000", None), ("B", "桶站", "1500000", None)],
            id="letters-and-sums-with-commas",
        ),
        pytest.param(
            "（1）第1包（软件）开标时间推迟；第2包（网络）开标时间不变。\n（2）总预算由90万元调整为95万元（第1包：60万元；第2包：35万元）。",
            [("1", "软件", "600000", None), ("2", "网络", "350000", None)],
            id="shared-out-in-a-sentence",
        ),
    ],
)
def test_where_lots_and_their_sums_stand(text: str, lots: list[Brief]) -> None:
    assert read(text) == lots
