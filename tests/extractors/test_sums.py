"""Budget and ceiling of the whole project."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.core.readings import Reading
from tender_kit.document.build import build_document
from tender_kit.extractors.lots import extract_lots
from tender_kit.extractors.sums import extract_sums, find_money, fits_money
from tender_kit.models.values import Money


def read(text: str) -> tuple[Reading[Money], Reading[Money]]:
    document = build_document(text + "\n")
    lots, scopes = extract_lots(document)
    return extract_sums(document, lots, scopes)


def yuan(reading: Reading[Money]) -> str | None:
    return format(reading.value.yuan.normalize(), "f") if reading.value else None


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("预算金额：50万元", "500000"),
        ("预算金额（元）：486000.00", "486000"),
        ("采购预算（万元）：87.5", "875000"),
        ("预算金额：￥1,429,200.00元", "1429200"),
        ("项目预算：人民币贰拾万元整（¥200000.00）", "200000"),
        ("四、项目经费：36万", "360000"),
        ("采购预算：60万元/年，三年共计180万元", "1800000"),
        ("本项目总预算为99万元，分两年实施。", "990000"),
        ("本项目采购预算不超过30万元。", "300000"),
        ("预算：第1标段64万元、第2标段58万元，合计122万元。", "1220000"),
        ("青石县助餐项目（采购人：青石县民政局），资金80万元，其中：", "800000"),
        ("预算金额：/", None),
        ("预算金额：0元", None),
        ("预算金额：无", None),
        ("服务费：每人每月500元", None),
        ("代理服务费：8000元", None),
        ("投标保证金：5000元", None),
        ("注册资金50万元以上", None),
    ],
)
def test_budgets(text: str, budget: str | None) -> None:
    assert yuan(read(text)[0]) == budget


@pytest.mark.parametrize(
    ("text", "ceiling"),
    [
        ("最高限价（如有）：48万元", "480000"),
        ("招标控制价：480000.00元", "480000"),
        ("最高限价：无", None),
        ("预算：93.6万元，最高限价同预算金额", "936000"),
        ("预算金额：93.6万元\n最高限价：与项目预算一致", "936000"),
        ("预算金额：50万元", None),
        ("本项目最高限价为18.6万元，超过的按无效响应处理。", "186000"),
        ("最高投标限价：人民币48万元整", "480000"),
    ],
)
def test_ceilings(text: str, ceiling: str | None) -> None:
    assert yuan(read(text)[1]) == ceiling


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("预算金额：**万元", "masked", id="asterisks"),
        pytest.param("预算金额：详见采购文件", "masked", id="points-elsewhere"),
        pytest.param("预算金额：按实际发生结算", "unread", id="no-sum"),
        pytest.param("预算金额：5 0 万元", "unread", id="digits-apart"),
        pytest.param("预算金额：50万元\n正文如下。\n预算金额：60万元", "ambiguous", id="two-sums"),
        pytest.param("预算金额：50万元\n正文如下。\n预算金额：500000元", "known", id="same-sum-twice"),
        pytest.param("采购内容：助餐", "absent", id="nothing-said"),
    ],
)
def test_states(text: str, state: str) -> None:
    assert read(text)[0].state == state


def test_the_sums_of_lots_are_not_the_projects() -> None:
    budget, _ = read("采购包1：\n采购包预算金额（元）：300000\n采购包2：\n采购包预算金额（元）：450000")
    assert budget.state == "absent"


def test_the_labelled_sum_of_the_only_lot_is_the_projects() -> None:
    budget, _ = read("采购包1：\n采购包预算金额（元）：300000")
    assert (yuan(budget), budget.origin) == ("300000", "derived")


@pytest.mark.parametrize(("note", "amount"), [("万元", "875000"), ("元", "87.5"), ("", "87.5"), ("人民币万元", "875000")])
def test_the_unit_of_the_label(note: str, amount: str) -> None:
    document = build_document("87.5")
    (found,) = find_money(document, document.blocks[0].flow, note, rank=0, rule="r")
    assert found.value is not None
    assert format(found.value.yuan.normalize(), "f") == amount


@pytest.mark.parametrize(("mask", "fitting"), [("**万元", True), ("***万元", False), ("5*万元", True), ("4*万元", False)])
def test_what_a_mask_can_hide(mask: str, fitting: bool) -> None:
    assert fits_money(mask, Money(yuan=Decimal(500000))) is fitting


def test_every_place_of_a_sum_is_quoted() -> None:
    budget, ceiling = read("公告概要\n预算金额：￥148.50万元\n一、项目基本情况\n预算金额：148.500000万元\n最高限价为：140万元")
    assert [piece.quote for piece in budget.evidence] == ["￥148.50万元", "148.500000万元"]
    assert yuan(ceiling) == "1400000"
