from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_kit.quantities.numerals import NUMBER, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,429,200.00", "1429200"),
        ("1 429 200", "1429200"),
        ("007", "7"),
        ("60万", "600000"),
        ("1.5万", "15000"),
        ("0.5亿", "50000000"),
        ("3千", "3000"),
        ("5千万", "50000000"),
        ("1亿2000万", "120000000"),
        ("一百二十", "120"),
        ("十五", "15"),
        ("两", "2"),
        ("两千零五", "2005"),
        ("三万五", "35000"),
        ("一万二", "12000"),
        ("三百五", "350"),
        ("两千三", "2300"),
        ("三万零五十", "30050"),
        ("一亿二千万", "120000000"),
        ("一万亿", "1000000000000"),
        ("廿五", "25"),
        ("卅", "30"),
        ("一百一十", "110"),
        ("二〇二五", "2025"),
        ("二零二二", "2022"),
        ("壹佰贰拾万", "1200000"),
        ("壹佰零贰万伍仟捌佰贰拾陆", "1025826"),
        ("一点五", "1.5"),
        ("零点五", "0.5"),
        ("半", "0.5"),
        ("零", "0"),
    ],
)
def test_reads_numerals_as_they_are_written(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "百", "千万", "三四", "若干", "一百零", "第一", "1,2", "12人", "一点", "万一", "零五", "3亿亿亿"]
)
def test_gives_none_where_it_is_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_the_fragment_finds_each_run_in_a_sentence() -> None:
    import re

    assert re.findall(NUMBER, "配备3名社工、两名督导,全年服务1,200人次,资金60万") == ["3", "两", "1,200", "60万"]


def spelled(n: int) -> str:
    """Write a number below 10^8 the way a cashier does."""
    if n >= 10_000:
        above, below = divmod(n, 10_000)
        return spelled(above) + "万" + ("零" if 0 < below < 1000 else "") + (spelled(below) if below else "")
    text, skipped = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // power % 10
        if digit:
            text += ("零" if skipped and text else "") + "零一二三四五六七八九"[digit] + name
            skipped = False
        else:
            skipped = True
    return text


@given(st.integers(min_value=1, max_value=99_999_999))
def test_reads_back_any_number_that_is_spelled_out(n: int) -> None:
    assert parse_number(spelled(n)) == n
    assert parse_number(f"{n:,}") == n
