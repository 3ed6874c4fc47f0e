from decimal import Decimal

import pytest

from tender_kit.quantities.percents import find_percents


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("40%", "40"),
        ("99.5 %", "99.5"),
        ("百分之三十", "30"),
        ("百分之零点五", "0.5"),
        ("百分之百", "100"),
        ("千分之五", "0.5"),
        ("万分之一", "0.01"),
        ("5‰", "0.5"),
        ("三成以上", "30"),
        ("三分之二", "66.67"),
        ("二分之一", "50"),
    ],
)
def test_reads_one_share(text: str, percent: str) -> None:
    (share,) = find_percents(text)
    assert share.percent == Decimal(percent)


def test_both_ends_of_a_range_are_shares() -> None:
    assert [share.percent for share in find_percents("10-20%")] == [10, 20]


def test_hidden_digits_keep_their_shape() -> None:
    assert [(share.percent, share.mask) for share in find_percents("支付合同价的**%")] == [(None, "**")]


@pytest.mark.parametrize("text", ["达成目标", "一成不变", "成立", "5个百分点", "1:1.5", "40分"])
def test_words_are_no_shares(text: str) -> None:
    assert find_percents(text) == []
