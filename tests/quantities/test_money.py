from decimal import Decimal

import pytest

from tender_kit.quantities.money import find_amounts, fits_amount


@pytest.mark.parametrize(
    ("text", "head", "yuan"),
    [
        ("50万元", "", "500000"),
        ("60万", "", "600000"),
        ("50.00万元(人民币)", "", "500000"),
        ("¥100.000000万元(人民币)", "", "1000000"),
        ("1,429,200.00 元", "", "1429200"),
        ("1 429 200元", "", "1429200"),
        ("480000.00(元)", "", "480000"),
        ("总价:233600(元)", "", "233600"),
        ("500000", "元", "500000"),
        ("87.5", "万元", "875000"),
        ("1.2亿", "", "120000000"),
        ("1亿2000万元", "", "120000000"),
        ("4350060。", "元", "4350060"),
        ("0", "元", "0"),
        ("免费", "", "0"),
        ("最高限价:¥500000", "", "500000"),
        ("五十万元", "", "500000"),
        ("预算 50\n万元", "", "500000"),
        ("人民币大写:壹佰零贰万伍仟捌佰贰拾陆元柒角叁分", "", "1025826.73"),
        ("1、500000", "元", "500000"),
        ("人民币十万元", "", "100000"),
        ("人民币486000元", "", "486000"),
        ("480000(人民币元)", "", "480000"),
    ],
)
def test_reads_one_sum(text: str, head: str, yuan: str) -> None:
    (amount,) = find_amounts(text, head)
    assert amount.yuan == Decimal(yuan)


def test_the_unit_of_the_value_wins_over_the_head() -> None:
    assert find_amounts("5 万", "元")[0].yuan == 50000


@pytest.mark.parametrize(
    "text", ["壹佰贰拾万元整(¥1200000.00)", "¥1200000.00元(壹佰贰拾万元整)", "人民币壹佰贰拾万元整(小写:1200000元)"]
)
def test_words_and_digits_that_agree_are_one_sum(text: str) -> None:
    (amount,) = find_amounts(text)
    assert (amount.yuan, text[amount.start : amount.end]) == (1200000, text)


def test_words_and_digits_that_disagree_stay_two() -> None:
    assert [amount.yuan for amount in find_amounts("壹拾万元整(¥120000.00)")] == [100000, 120000]


def test_prices_of_a_unit_say_so() -> None:
    assert [(a.yuan, a.unit) for a in find_amounts("5000元/个,3000元/人/月,总价50万元")] == [
        (5000, "元/个"),
        (3000, "元/人/月"),
        (500000, "万元"),
    ]


def test_both_ends_of_a_range_take_its_unit() -> None:
    assert [amount.yuan for amount in find_amounts("5-8万元")] == [50000, 80000]


def test_hidden_digits_keep_their_shape() -> None:
    assert [(a.yuan, a.mask) for a in find_amounts("不超过**万元")] == [(None, "**万元")]
    assert [a.mask for a in find_amounts("******", "元")] == ["******"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("500000", ""),
        ("3个包", "元"),
        ("1、标段划分:只设1个标段。", "元"),
        ("2025年", "元"),
        ("JH25-210104-00073", "元"),
        ("常住人口60万人", ""),
        ("2025元旦", ""),
        ("三元区民政局", ""),
        ("一元化管理", ""),
        ("100万美元", ""),
        ("50余万元", ""),
        ("千元以下", ""),
        ("/", "元"),
        ("", "元"),
    ],
)
def test_finds_no_sum_where_none_is_stated(text: str, head: str) -> None:
    assert find_amounts(text, head) == []


def test_a_sum_fits_the_mask_that_hides_it() -> None:
    assert fits_amount("**万元", Decimal(500000))
    assert fits_amount("******", Decimal(500000), "元")
    assert fits_amount("******.**元", Decimal("500000.5"))
    assert not fits_amount("**万元", Decimal(505000))
    assert not fits_amount("*****", Decimal(500000), "元")
