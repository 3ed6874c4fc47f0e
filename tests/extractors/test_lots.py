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
        ("子包2", [("2",)]),
        ("2.B包专门面向小微企业", [("B",)]),
        ("2.1包含运费", []),
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


LETTERS = """A包 护理员培训
一、对象
每批二十人。
二、师资
讲师六名。
B包 照护者陪训
一、对象
结对十二组。
后勤要求（两包共用）
每人投保。
三、资格要求
须有备案。
"""
ACROSS = (
    "<table><tr><th>序号</th><th>内容</th><th>要求</th></tr><tr><td colspan=3>A分标：等级评估（采购预算：33.8万元）</td></tr>"
    "<tr><td>1</td><td>评估</td><td>每批二十人</td></tr><tr><td colspan=3>B分标：孵化服务（采购预算：26.2万元）</td></tr>"
    "<tr><td>1</td><td>孵化</td><td>结对十二组</td></tr></table><p>须有备案。</p>"
)


FITTING = (
    "标项一\n标项名称：东片照护\n标项二\n标项名称：西片照护\n适用标项\t项目\t要求\n"
    "标项1、标项2\t助浴\t每月两次\n标项1\t人员\t十二名\n标项2\t人员\t八名\n"
)
ONCE = (
    "一、标项\n标项1：东片照护\n标项2：西片照护\n二、服务要求\n标项\t项目\t要求\n"
    "1、2\t助浴\t每月两次\n1\t人员\t十二名\n\t培训\t每月半天\n2\t人员\t八名\n\t合计\t二十名\n另定\t场地\t一处\n\t保险\t每人一份\n"
)


@pytest.mark.parametrize(
    ("text", "words", "lots"),
    [
        (FITTING, "每月两次", ("1", "2")),
        (FITTING, "十二名", ("1",)),
        (FITTING, "八名", ("2",)),
        (ONCE, "每月两次", ("1", "2")),
        (ONCE, "每月半天", ("1",)),
        (ONCE, "二十名", ()),
        (ONCE, "每人一份", ()),
        (LETTERS, "每批二十人", ("A",)),
        (LETTERS, "讲师六名", ("A",)),
        (LETTERS, "结对十二组", ("B",)),
        (LETTERS, "每人投保", ("A", "B")),
        (LETTERS, "须有备案", ()),
        (ACROSS, "每批二十人", ("A",)),
        (ACROSS, "结对十二组", ("B",)),
        (ACROSS, "须有备案", ()),
        ("【包1】\n甲。\n【包2】\n乙。\n【共同要求】\n丙。\n", "乙", ("2",)),
        ("【包1】\n甲。\n【包2】\n乙。\n【共同要求】\n丙。\n", "丙", ("1", "2")),
        ("1.能担责任；\n2.B包专门面向小微企业；\n3.须备案；\n包号：A", "专门面向", ("B",)),
        ("1.能担责任；\n2.B包专门面向小微企业；\n3.须备案；\n包号：A", "须备案", ()),
        ("包组1\n甲。\n包组2\n乙。\n各包组共同要求\n丙。\n", "丙", ("1", "2")),
    ],
)
def test_titles_of_lots_hold_until_the_next(text: str, words: str, lots: tuple[str, ...]) -> None:
    document = build_document(text)
    _, scopes = extract_lots(document)
    place = document.text.index(words)
    inside = [scope for scope in scopes if scope[0] <= place < scope[1]]
    assert (inside[-1][2] if inside else ()) == lots


def test_names_and_sums_of_rows_across_a_table() -> None:
    assert read(ACROSS) == [("A", "等级评估", "338000", None), ("B", "孵化服务", "262000", None)]


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
        pytest.param(
            "标段一（城区照料）：预算36万元，控制价35.5万元；标段二（乡镇照料）：预算28万元，控制价27万元。",
            [("1", "城区照料", "360000", "355000"), ("2", "乡镇照料", "280000", "270000")],
            id="sums-on-the-way",
        ),
        pytest.param(
            "各包预算如下：\n包1\t东片托养\t23.5万元\n包2\t西片托养\t18.2万元",
            [("1", "东片托养", "235000", None), ("2", "西片托养", "182000", None)],
            id="rows-without-heads",
        ),
        pytest.param(
            "联系方式：\n包1\t东片托养\t23.5万元\n包2\t西片托养\t18.2万元",
            [("1", "东片托养", None, None), ("2", "西片托养", None, None)],
            id="sums-that-nothing-calls-a-budget",
        ),
        pytest.param(
            "包组\t采购内容\t控制价（万元）\n包组1\t城区助康服务\t27.6\n包组2\t每月上门不少于4次，服务不少于80户\t31.2",
            [("1", "城区助康服务", None, "276000"), ("2", None, None, "312000")],
            id="a-few-words-of-what-is-bought-are-a-name",
        ),
        pytest.param(
            "子包号\t子包名称\t预算金额（元）\n1\t东片评估\t120000\n2\t西片评估\t90000",
            [("1", "东片评估", "120000", None), ("2", "西片评估", "90000", None)],
            id="parts-called-zibao",
        ),
        pytest.param(
            "本项目划分为2个标段，1标段为课桌椅采购，2标段为多媒体教学设备采购，详见附件。",
            [("1", "课桌椅采购", None, None), ("2", "多媒体教学设备采购", None, None)],
            id="what-each-is-said-to-be",
        ),
        pytest.param(
            "项目划分为两个标段，其中第一标段：敬老院屋面修缮；第二标段：厨房灶具购置。",
            [("1", "敬老院屋面修缮", None, None), ("2", "厨房灶具购置", None, None)],
            id="each-behind-a-colon-in-a-sentence",
        ),
        pytest.param(
            "采购包1（课桌椅）：\n甲。\n采购包2（双层床）：\n乙。\n五、评审专家名单\n采购包1：杨某、蒲某、何某\n采购包2：龚某、赵某",
            [("1", "课桌椅", None, None), ("2", "双层床", None, None)],
            id="experts-are-no-name",
        ),
        pytest.param(
            "五、评审专家名单\n采购包1：杨某、蒲某、何某\n采购包2：龚某、赵某",
            [("1", None, None, None), ("2", None, None, None)],
            id="experts-alone-are-no-name-either",
        ),
        pytest.param(
            "（一）A包：“银发守望”关爱项目\n每月两次。\n（二）B包：“童心”儿童项目\n每月一次。",
            [("A", "“银发守望”关爱项目", None, None), ("B", "“童心”儿童项目", None, None)],
            id="names-that-begin-with-a-quote",
        ),
        pytest.param(
            "更正内容\n序号\t更正项\t更正前\t更正后\n1\t第1包最高限价\t71.5万元\t69.8万元\n2\t第2包最高限价\t28万元\t26.4万元",
            [("1", None, None, "698000"), ("2", None, None, "264000")],
            id="rows-of-a-correction",
        ),
        pytest.param(
            "标项名称：分标1　东片探访\n中标人：甲\n标项名称：分标2　西片探访\n中标人：乙",
            [("1", "东片探访", None, None), ("2", "西片探访", None, None)],
            id="a-number-in-the-name",
        ),
    ],
)
def test_where_lots_and_their_sums_stand(text: str, lots: list[Brief]) -> None:
    assert read(text) == lots
