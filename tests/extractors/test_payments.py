"""Payment instalments: share or sum, what makes them due, by when."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.core.fold import fold
from tender_kit.document.build import build_document
from tender_kit.extractors.context import Context
from tender_kit.extractors.lots import extract_lots
from tender_kit.extractors.payments import extract_payments
from tender_kit.models.demands import Payment


def read(text: str) -> tuple[Payment, ...]:
    return extract_payments(Context(build_document(text)))


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        pytest.param("付款方式：合同签订后支付40%，验收合格后支付60%。", ["40", "60"], id="two-shares-in-one-line"),
        pytest.param(
            "三、付款方式\n1.合同签订后支付40%\n2.验收合格后支付60%", ["40", "60"], id="short-lines-that-look-like-headings"
        ),
        pytest.param(
            "三、付款方式\n（1）签约后付合同价款的40%；\n（2）期满后付60%。", ["40", "60"], id="clauses-with-closing-signs"
        ),
        pytest.param("支付方式：签约后支付百分之五十，验收后支付剩余百分之五十。", ["50", "50"], id="shares-in-words"),
        pytest.param("付款方式：首付款30%，中期款40%，尾款30%。", ["30", "40", "30"], id="names-of-instalments"),
        pytest.param("付款方式：签约后支付合同金额的三成；验收后支付剩余七成。", ["30", "70"], id="tenths"),
        pytest.param("付款方式：签约后10日内支付**%，考核合格后支付**%。", [None, None], id="masked"),
        pytest.param(
            "付款方式：签约后预付50%，验收合格后付清余款。", ["50", None], id="the-rest-is-an-instalment-without-a-share"
        ),
        pytest.param("付款方式：首期支付60%，其余款项于验收后付清。", ["60", None], id="the-rest-named-first"),
        pytest.param(
            "付款方式：签约后预付30%；其后按季度结算，考核后15日内支付当季费用。", ["30", None], id="a-rhythm-for-the-rest"
        ),
        pytest.param("经费拨付：考核得分90分以上的支付尾款的100%。", ["100"], id="a-share-behind-a-score"),
        pytest.param("合同生效后支付合同价的百分之三十，验收后支付百分之七十。", ["30", "70"], id="words-without-a-label"),
        pytest.param("付款方式：签约后预付20%；完成服务量50%时付30%；余款期满后一次付清。", ["20", "30", None], id="progress"),
        pytest.param("付款方式：签约后预付30%；余款在验收合格后一次付清。", ["30", None], id="the-rest-in-a-sentence-of-its-own"),
        pytest.param("付款方式：按月支付服务费，考核不合格的按比例扣款。", [None], id="a-rhythm-before-a-deduction"),
    ],
)
def test_shares(text: str, shares: list[str | None]) -> None:
    assert [None if p.percent is None else str(p.percent) for p in read(text)] == shares


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("付款方式：考核不合格的，扣减尾款的10%。", id="a-deduction"),
        pytest.param("违约责任：逾期付款的，每日按合同金额的0.5%支付违约金。", id="a-penalty"),
        pytest.param("履约保证金：合同金额的5%，签约前缴纳。", id="a-bond"),
        pytest.param("服务要求：满意度不低于90%。", id="a-rate"),
        pytest.param("付款方式：详见合同条款。", id="said-elsewhere"),
        pytest.param("付款条件：逾期一天罚款500元。", id="a-fine"),
    ],
)
def test_what_is_no_instalment(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "trigger", "within"),
    [
        ("付款方式：合同签订生效后10个工作日内支付40%。", "合同签订生效后10个工作日内", (10, "working_day")),
        ("付款方式：收到发票后30日内，甲方向乙方支付100%。", "收到发票后30日内", (30, "day")),
        ("付款方式：1、合同签订后，达到付款条件起15日内，支付合同总额的30%。", "合同签订后,达到付款条件起15日内", (15, "day")),
        ("付款方式：首付款30%。", "首付款", None),
    ],
)
def test_triggers(text: str, trigger: str, within: tuple[int, str] | None) -> None:
    (payment,) = read(text)
    assert payment.trigger == trigger
    assert (payment.within and (int(payment.within.count), payment.within.unit)) == within


def test_sums_instead_of_shares() -> None:
    payments = read("结算方式：签约后5个工作日内支付20万元，验收合格后支付剩余300000元。")
    assert [p.amount and p.amount.yuan for p in payments] == [Decimal(200000), Decimal(300000)]
    assert [p.percent for p in payments] == [None, None]


def test_a_rhythm_where_nothing_else_is_said() -> None:
    (payment,) = read("付款方式：按季度支付，每季度考核合格后办理。")
    assert (payment.percent, payment.evidence[0].quote) == (None, "按季度支付")


def test_instalments_of_a_lot() -> None:
    document = build_document("付款方式：签约后支付100%。")
    context = Context(document, scopes=[(0, len(document.text), ("02",))])
    assert [p.lots for p in extract_payments(context)] == [("02",)]


def test_clauses_are_claimed_and_quoted_without_label_and_number() -> None:
    context = Context(build_document("五、付款条件说明：采购包1：1、签约后，支付合同总金额的30%。"))
    (payment,) = extract_payments(context)
    assert payment.evidence[0].quote == "签约后，支付合同总金额的30%"
    assert set(context.claimed.values()) == {"payment"}


def test_instalments_in_the_same_words_are_several() -> None:
    clause = "进度款，提交发票后，支付合同总金额的15%"
    payments = read(f"三、付款方式：1、签约后支付合同总金额的55%；2、{clause}；3、{clause}；4、{clause}。")
    assert [str(p.percent) for p in payments] == ["55", "15", "15", "15"]


def test_a_notice_printed_twice_pays_once() -> None:
    notice = "付款方式：签约后支付40%，验收后支付60%。\n" + "服务内容详见采购文件，供应商应当仔细阅读并充分理解。\n" * 20
    payments = read(notice + notice)
    assert [str(p.percent) for p in payments] == ["40", "60"]
    assert [len(p.evidence) for p in payments] == [2, 2]


SCHEDULE = "付款安排\n期次\t支付条件\t{head}\n首期\t合同签订后\t{one}\n尾款\t验收合格后\t{two}\n"


@pytest.mark.parametrize(
    ("head", "one", "two", "shares"),
    [
        ("支付比例（%）", "40", "60", ["40", "60"]),
        ("支付比例", "40", "60", ["40", "60"]),
        ("支付比例", "4", "6", []),
        ("支付比例", "40%", "60%", ["40", "60"]),
    ],
)
def test_shares_without_a_sign_in_a_column(head: str, one: str, two: str, shares: list[str]) -> None:
    found = read(SCHEDULE.format(head=head, one=one, two=two))
    assert [str(payment.percent) for payment in found if payment.percent is not None] == shares


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param(
            "付款方式：每季度支付一次；采购人预留合同价的5%，期满验收合格后无息支付。",
            ["每季度支付", "采购人预留合同价的5%,期满验收合格后无息支付"],
            id="held-back-and-paid-in-the-end",
        ),
        pytest.param("付款方式：按月支付，扣留5%作为违约金。", [], id="held-back-for-good"),
        pytest.param("付款方式：违规的扣留5%作为违约金，剩余款项验收后支付。", [], id="a-fine-before-the-rest"),
        pytest.param(
            "付款方式：验收后付90%，余10%作质保金，一年后支付。", ["验收后付90%", "余10%作质保金,一年后支付"], id="the-rest"
        ),
    ],
)
def test_what_is_held_back_is_paid_in_the_end(text: str, quotes: list[str]) -> None:
    assert [fold(payment.evidence[0].quote) for payment in read(text)] == quotes


def test_each_lot_is_paid_in_its_own_way() -> None:
    text = "一标段：托养\n二标段：照料\n三标段：评估\n"
    text += "付款方式：一、二标段签约后付30%，验收后付70%；三标段按实际人次结算，每季度结算一次。\n"
    document = build_document(text)
    lots, _ = extract_lots(document)
    found = extract_payments(Context(document, lots=lots))
    assert [(payment.percent, payment.lots) for payment in found] == [
        (Decimal(30), ("1", "2")),
        (Decimal(70), ("1", "2")),
        (None, ("3",)),
    ]
