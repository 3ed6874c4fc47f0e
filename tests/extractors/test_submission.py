"""What to hand in, where, at which price and with which security."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.context import Context
from tender_kit.extractors.submission import extract_submission
from tender_kit.models.demands import Submission


def read(text: str) -> Submission:
    return extract_submission(Context(build_document(text + "\n")))


FORM = """三、获取采购文件
地点：交易中心网站
方式：网上下载
售价：0元
四、响应文件提交
截止时间：2026年4月8日9:30
地点：交易中心二楼"""


def test_places_by_their_section() -> None:
    submission = read(FORM)
    assert (submission.documents_place.value, submission.place.value) == ("交易中心网站", "交易中心二楼")
    assert submission.documents_way.value == "网上下载"


def test_a_day_below_a_joint_heading_is_no_place() -> None:
    text = "四、提交投标文件截止时间、开标时间和地点\n2026年7月21日14点00分（北京时间）\n地点：交易中心开标一室"
    assert read(text).place.value == "交易中心开标一室"


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("三、获取采购文件\n售价：500元", "500"),
        ("招标文件售价：300元/份", "300"),
        ("三、获取采购文件\n售价：0元", "0"),
        ("三、获取采购文件\n售价：免费获取", "0"),
        ("三、获取采购文件\n售价：0.00", "0"),
        ("三、获取采购文件\n售价：0.5元", "0.5"),
        ("六、谈判文件获取：4月8日起在招标公司领取，每份300元。", "300"),
        ("六、谈判文件获取：4月8日起在招标公司领取，每份0元。", "0"),
        ("宣传册印制，每份5元，文件另发。", None),
        ("三、获取采购文件\n售价（元）：02026年02月03日 14:30", None),
        ("代理服务费：500元", None),
    ],
)
def test_prices(text: str, price: str | None) -> None:
    value = read(text).documents_price.value
    assert (value and str(value.yuan)) == price


@pytest.mark.parametrize(
    ("text", "required", "amount", "percent"),
    [
        ("投标保证金：人民币3000元", True, "3000", None),
        ("另行说明，投标保证金为人民币3000元，于开标前缴纳。", True, "3000", None),
        ("投标保证金：不收取", False, None, None),
        ("本项目不收取投标保证金。", False, None, None),
        ("磋商保证金：无", False, None, None),
        ("履约保证金：合同金额的5%", None, None, None),
        ("供应商应诚信响应。", None, None, None),
    ],
)
def test_bid_bonds(text: str, required: bool | None, amount: str | None, percent: str | None) -> None:
    bond = read(text).bid_bond
    assert bond.required.value is required
    assert (bond.amount.value and str(bond.amount.value.yuan)) == amount
    assert (bond.percent.value and str(bond.percent.value)) == percent


@pytest.mark.parametrize(
    ("text", "required", "percent"),
    [
        ("履约保证金：合同金额的5%", True, Decimal(5)),
        ("本项目免收履约保证金。", False, None),
        ("无需缴纳履约保证金。", False, None),
        ("投标保证金：人民币3000元", None, None),
    ],
)
def test_performance_bonds(text: str, required: bool | None, percent: Decimal | None) -> None:
    bond = read(text).performance_bond
    assert (bond.required.value, bond.percent.value) == (required, percent)


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("报名材料：营业执照复印件、法人授权委托书、报价单。", ["营业执照复印件", "法人授权委托书"]),
        ("五、申报材料要求\n1.营业执照副本复印件；\n2.项目实施方案；", ["营业执照副本复印件", "项目实施方案"]),
        ("服务内容：走访、宣传、培训。", []),
    ],
)
def test_papers(text: str, papers: list[str]) -> None:
    assert [paper.text for paper in read(text).papers][: len(papers) or None] == papers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("响应文件正本一份、副本两份，胶装并密封。", "正本一份"),
        ("申报材料一式三份，加盖公章。", "一式三份"),
        ("走访服务一式开展。", None),
    ],
)
def test_copies(text: str, words: str | None) -> None:
    copies = read(text).copies.value
    assert (words in copies) if copies and words else copies is words
