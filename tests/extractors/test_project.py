"""Name, number, plan number and category of a project."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.kinds import extract_kind, extract_title
from tender_kit.extractors.project import extract_project
from tender_kit.models.notice import Project
from tender_kit.models.values import NoticeKind


def read(text: str) -> Project:
    document = build_document(text + "\n")
    title = extract_title(document)
    return extract_project(document, title, extract_kind(document, title).value or NoticeKind.OTHER)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("采购公告\n项目名称：青石县助餐服务", "青石县助餐服务", id="label"),
        pytest.param("青石县助餐项目公告\n项目名称：青石县2026年助餐服务", "青石县2026年助餐服务", id="label-before-title"),
        pytest.param("青石县助餐服务项目竞争性磋商公告\n正文。", "青石县助餐服务项目", id="title-without-notice-words"),
        pytest.param("青石县助餐服务采购公告\n正文。", "青石县助餐服务", id="buying-is-no-part-of-the-name"),
        pytest.param("青石县厨房设备采购公告\n正文。", "青石县厨房设备采购", id="buying-names-the-project"),
        pytest.param("关于青石县助餐服务项目成交结果的公示\n正文。", "青石县助餐服务项目", id="about"),
        pytest.param("青石县助餐服务项目中标（成交）结果公告\n正文。", "青石县助餐服务项目", id="award-title"),
        pytest.param("青石县助餐服务项目更正公告（第二次）\n正文。", "青石县助餐服务项目", id="second-correction"),
        pytest.param("青石县助餐服务项目公开遴选公告\n正文。", "青石县助餐服务项目", id="open-selection"),
        pytest.param(
            "谈判公告\n青石采购公司受青石县民政局的委托，就“青石县助餐和助浴服务”以竞争性谈判方式进行采购，欢迎参加。",
            "青石县助餐和助浴服务",
            id="quoted-behind-a-commission",
        ),
        pytest.param(
            "采购需求\n青石县助餐服务项目（采购人：青石县民政局），其中：", "青石县助餐服务项目", id="buyer-in-a-bracket"
        ),
        pytest.param(
            "青石县敬老院改造工程（施工）招标公告\n1.招标条件\n本招标项目青石县敬老院改造工程已由青石县发展和改革局批准建设。",
            "青石县敬老院改造工程",
            id="approved",
        ),
        pytest.param("青石职业学院实训耗材竞价公告\n竞价名称：实训耗材", "实训耗材", id="of-an-auction"),
        pytest.param("采购公告\n项目名称：青石县助餐服务，项目编号：QS-01", "青石县助餐服务", id="number-behind-the-name"),
        pytest.param("原公告的采购项目名称：青石县助餐服务\n更正内容：无", "青石县助餐服务", id="of-the-notice-corrected"),
        pytest.param("采购公告\n项目名称及编号：青石县助餐服务（QS-ZC-2026-07）", "青石县助餐服务", id="number-in-a-bracket"),
        pytest.param("采购公告\n项目编号及名称：QS-ZC-2026-07、青石县助餐服务", "青石县助餐服务", id="number-before-the-name"),
        pytest.param("青石县助餐服务采购（QSZC2026-G3-07）中标结果公告\n正文。", "青石县助餐服务采购", id="number-in-the-title"),
        pytest.param(
            "青石县助餐服务项目（2026-2027）采购公告\n正文。", "青石县助餐服务项目（2026-2027）", id="years-are-no-number"
        ),
        pytest.param(
            "2026年青石县图书封闭式框架协议采购入围结果公告\n正文。", "2026年青石县图书封闭式框架协议采购", id="kind-of-agreement"
        ),
        pytest.param(
            "青石学院机房扩容谈判公告\n青石学院委托恒信咨询有限公司，对机房扩容及运维服务进行竞争性谈判采购。",
            "机房扩容及运维服务",
            id="who-commissions-is-no-part-of-the-name",
        ),
        pytest.param(
            "一、项目名称：青石县适老化改造询价通知书\n正文。", "青石县适老化改造", id="words-of-the-notice-in-the-label"
        ),
        pytest.param(
            "磋商邀请\n恒信公司拟对青石县探访服务（XCHD-2026-CS-022）采用竞争性磋商方式采购。",
            "青石县探访服务",
            id="bracket-in-a-sentence",
        ),
        pytest.param("采购公告\n正文。", None, id="none"),
        pytest.param("青石县助餐服务项目政府采购合同（服务类）\n正文。", "青石县助餐服务项目", id="contract-title"),
        pytest.param("青石县助餐服务项目采购需求（节选）\n正文。", "青石县助餐服务项目", id="an-excerpt-of-requirements"),
        pytest.param(
            "采购需求\n一、项目概况\n本项目为青石县助餐服务项目，覆盖各乡镇。",
            "青石县助餐服务项目",
            id="requirements-without-a-title",
        ),
    ],
)
def test_names(text: str, name: str | None) -> None:
    assert read(text).name.value == name


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("项目编号：QSCS-2026-015", "QSCS-2026-015"),
        ("项目编号：青财采[2026]15号", "青财采[2026]15号"),
        ("招标编号：ZB/2026/015-A", "ZB/2026/015-A"),
        ("一、项目编号：N5101082026000012（招标文件编号：N5101082026000012）", "N5101082026000012"),
        ("项目编号：QS-01。", "QS-01"),
        ("项目编号：QS-01 项目名称：助餐", "QS-01"),
        ("青石县助餐项目（项目编号：QS-01）采购公告", "QS-01"),
        ("采购计划编号：PL-2026-7\n项目编号：QS-01", "QS-01"),
        ("项目编号：无", None),
        ("项目编号：/", None),
        ("包编号：01", None),
        ("一、项目名称及编号：青石县助餐服务（QS-ZC-2026-07）", "QS-ZC-2026-07"),
        ("项目编号及名称：QS-ZC-2026-07 青石县助餐服务", "QS-ZC-2026-07"),
        ("项目名称及编号：青石县助餐服务（二期）", None),
        ("招标编号 青建招〔2026〕41号", "青建招〔2026〕41号"),
        ("青石县助餐服务采购（QSZC2026-G3-07）中标结果公告", "QSZC2026-G3-07"),
        ("框架协议编号：QSKJ2026-002", "QSKJ2026-002"),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    assert read(text).number.value == number


def test_the_plan_number_is_another_number() -> None:
    project = read("采购计划编号：PL-2026-7\n项目编号：QS-01")
    assert (project.plan_number.value, project.number.value) == ("PL-2026-7", "QS-01")


def test_a_masked_number_is_filled_from_the_header() -> None:
    number = read("招标编号：QS25-210104-00073\n正文如下。\n项目编号：QS**-******-*****").number
    assert (number.state, number.value) == ("known", "QS25-210104-00073")


def test_a_mask_that_cannot_hide_the_other_number_is_not_filled() -> None:
    number = read("采购文件编号：ZB-7\n正文如下。\n项目编号：QS**-******-*****").number
    assert number.origin == "stated"


def test_a_masked_number_keeps_its_shape() -> None:
    project = read("项目编号：QS**-******-*****\n预算金额：**万元\n联系电话：138****1234")
    assert (project.number.state, project.number.mask) == ("masked", "QS**-******-*****")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("采购类别：服务类", "services"),
        ("项目类型：货物", "goods"),
        ("项目类别：工程", "works"),
        ("服务要求：每月走访", None),
    ],
)
def test_categories(text: str, category: str | None) -> None:
    assert read(text).category.value == category
