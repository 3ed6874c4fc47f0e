from decimal import Decimal

import pytest

from tender_kit.quantities.masks import bounds, fits, is_mask, looks_masked


@pytest.mark.parametrize(
    "text", ["**", "5*", "**万元", "JH**-******-*****", "****-**-** **:**", "****年**月**日", "024-********", "##.##%"]
)
def test_figures_with_asterisks_are_masks(text: str) -> None:
    assert is_mask(text)


@pytest.mark.parametrize("text", ["", "50", "5*8", "2*3*4", "**重点工作**", "# 标题", "不少于**人"])
def test_products_words_and_headings_are_none(text: str) -> None:
    assert not is_mask(text)


def test_a_value_fits_its_mask_digit_by_digit() -> None:
    assert fits("JH**-******-*****", "JH25-210104-00073")
    assert fits("5*", "58")
    assert not fits("5*", "68")
    assert not fits("**", "5")
    assert not fits("JH**-**", "JH25/21")
    assert not fits("58", "58")


@pytest.mark.parametrize(
    ("mask", "low", "high"),
    [("**", 10, 99), ("*", 1, 9), ("5*", 50, 59), ("*,***", 1000, 9999), ("**万元", 100_000, 990_000), ("*50", 150, 950)],
)
def test_a_mask_bounds_its_value(mask: str, low: int, high: int) -> None:
    assert bounds(mask) == (Decimal(low), Decimal(high))


def test_codes_and_products_have_no_bounds() -> None:
    assert bounds("JH**-**") is None
    assert bounds("5*8") is None


def test_a_copy_with_hidden_digits_looks_masked() -> None:
    assert looks_masked("服务期为**个月,于****年**月**日前完成,每季度不少于*次走访")
    assert looks_masked("预算金额:######元,开标时间:####-##-## ##:##,电话:0571-########")


@pytest.mark.parametrize(
    "text",
    [
        "**项目概况** 本项目为社工服务。**年度计划**、**人员要求**、**分值设置**",
        "*1.供应商须为法人;*2.供应商须有资质;★3.须配备驻点人员",
        "实行5*8小时值守,7*24小时热线,场地3*4米,另有2*2米展板",
        "# 公告\n## 一、项目基本情况\n### 预算\n* 第一项\n* 第二项",
        "预算50万元",
    ],
)
def test_markdown_products_and_clause_stars_do_not(text: str) -> None:
    assert not looks_masked(text)
