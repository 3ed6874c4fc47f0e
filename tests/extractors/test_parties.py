"""Buyer and agency, by label, heading, order and sentence."""

from __future__ import annotations

import pytest

from tender_kit.core.readings import Reading
from tender_kit.document.build import build_document
from tender_kit.extractors.parties import extract_parties
from tender_kit.extractors.parties_roles import role_of
from tender_kit.models.parties import Party

Brief = tuple[str | None, str | None, list[str], list[str]]


def shown(readings: tuple[Reading[str], ...]) -> list[str]:
    return [reading.value or reading.mask or "" for reading in readings]


def brief(party: Party | None) -> Brief | None:
    return party and (party.name.value, party.address.value, shown(party.contacts), shown(party.phones))


def read(text: str) -> tuple[Brief | None, Brief | None]:
    buyer, agency = extract_parties(build_document(text + "\n"))
    return brief(buyer), brief(agency)


FORM = """八、凡对本次采购提出询问，请按以下方式联系。
1.采购人信息
名称：青石县民政局
地址：青石县东路1号
联系方式：0571-88001234
2.采购代理机构信息（如有）
名称：恒信咨询有限公司
地址：青石县西路8号
联系方式：王女士 0571-88005678
3.项目联系方式
项目联系人：周工
电话：0571-88005679"""


def test_the_form() -> None:
    assert read(FORM) == (
        ("青石县民政局", "青石县东路1号", [], ["0571-88001234"]),
        ("恒信咨询有限公司", "青石县西路8号", ["王女士", "周工"], ["0571-88005678", "0571-88005679"]),
    )


@pytest.mark.parametrize(
    ("text", "buyer", "agency"),
    [
        pytest.param(
            "招 标 人：青石县民政局     招标代理机构：恒信咨询有限公司\n\n地    址：东路1号       地    址：西路8号\n\n"
            "联 系 人：赵工                联 系 人：钱工\n\n电    话：0571-88001234        电    话：0571-88005678",
            ("青石县民政局", "东路1号", ["赵工"], ["0571-88001234"]),
            ("恒信咨询有限公司", "西路8号", ["钱工"], ["0571-88005678"]),
            id="side-by-side-in-plain-lines",
        ),
        pytest.param(
            "<table><tr><td>采购人</td><td>名称</td><td>青石县民政局</td></tr><tr><td>采购人</td><td>地址</td><td>东路1号</td></tr>"
            "<tr><td>采购代理机构</td><td>名称</td><td>恒信咨询有限公司</td></tr>"
            "<tr><td>采购代理机构</td><td>联系人</td><td>钱工</td></tr></table>",
            ("青石县民政局", "东路1号", [], []),
            ("恒信咨询有限公司", None, ["钱工"], []),
            id="each-in-rows-of-a-table",
        ),
        pytest.param(
            "发布地址：中国政府采购网、青石省政府采购网\n采购人：青石县民政局\n地址：东路1号",
            ("青石县民政局", "东路1号", [], []),
            None,
            id="a-site-is-no-address",
        ),
        pytest.param(
            "采购人：青石县民政局\n地址：东路1号\n附合同\n甲方：青石县民政局\n地址：[采购单位所在地]",
            ("青石县民政局", "东路1号", [], []),
            None,
            id="what-a-template-asks-for-is-no-address",
        ),
        pytest.param(
            "采购人：青石县民政局 地址：东路1号 联系人：赵工 电话：0571-88001234\n"
            "采购代理机构：恒信咨询有限公司 地址：西路8号 联系人：钱工 电话：0571-88005678",
            ("青石县民政局", "东路1号", ["赵工"], ["0571-88001234"]),
            ("恒信咨询有限公司", "西路8号", ["钱工"], ["0571-88005678"]),
            id="each-in-one-line",
        ),
        pytest.param(
            "采购人：无为市民政局\n代理机构：无锡恒信咨询有限公司",
            ("无为市民政局", None, [], []),
            ("无锡恒信咨询有限公司", None, [], []),
            id="names-that-begin-with-nothing",
        ),
        pytest.param("采购人：青石县民政局\n代理机构：无", ("青石县民政局", None, [], []), None, id="nobody"),
        pytest.param(
            "采购单位：青石县残疾人联合会（地址：东路1号，电话：0571-88001234）",
            ("青石县残疾人联合会", "东路1号", [], ["0571-88001234"]),
            None,
            id="details-in-a-bracket",
        ),
        pytest.param(
            "采购人：青石县民政局\n采购人电话\n0571-88001234\n0571-88001235\n代理机构：恒信咨询有限公司\n电话：0571-88005678\n13800001234",
            ("青石县民政局", None, [], ["0571-88001234", "0571-88001235"]),
            ("恒信咨询有限公司", None, [], ["0571-88005678", "13800001234"]),
            id="a-number-a-line",
        ),
        pytest.param(
            "招标人：青石县民政局\n联系人：赵工\n电话：0571-88001234\n招标代理：恒信咨询有限公司\n联系人：钱工\n电话：0571-88005678",
            ("青石县民政局", None, ["赵工"], ["0571-88001234"]),
            ("恒信咨询有限公司", None, ["钱工"], ["0571-88005678"]),
            id="details-below-the-party-named-last",
        ),
        pytest.param(
            "采购人：青石县民政局\n采购人地址：东路1号\n采购人联系电话：0571-88001234",
            ("青石县民政局", "东路1号", [], ["0571-88001234"]),
            None,
            id="labels-that-say-whose",
        ),
        pytest.param(
            "青石县民政局拟采购助餐服务。\n联系人：赵工\n联系电话：13800001234",
            ("青石县民政局", None, ["赵工"], ["13800001234"]),
            None,
            id="no-agency-so-the-contact-is-the-buyers",
        ),
        pytest.param(
            "受青石县民政局委托，恒信咨询有限公司就助餐项目组织比选。\n联系人：钱工\n联系电话：13800001234",
            ("青石县民政局", None, [], []),
            ("恒信咨询有限公司", None, ["钱工"], ["13800001234"]),
            id="contact-under-nobodys-name-is-the-agencys",
        ),
        pytest.param(
            "青石县助餐项目比选公告\n正文如下。\n联系电话：13800001234\n青石县民政局\n2026年3月1日",
            ("青石县民政局", None, [], ["13800001234"]),
            None,
            id="buyer-signs-at-the-end",
        ),
        pytest.param(
            "采购单位：青石县民政局\n监督单位：青石县财政局\n监督电话：0571-88009999",
            ("青石县民政局", None, [], []),
            None,
            id="supervisors-number-is-nobodys-here",
        ),
        pytest.param(
            "采购人：青石县民政局\n供应商名称：暖心社工中心\n供应商地址：北街3号",
            ("青石县民政局", None, [], []),
            None,
            id="suppliers-address-is-not-the-buyers",
        ),
        pytest.param(
            "采购人：青石县民政局（青石县东路1号）",
            ("青石县民政局", "青石县东路1号", [], []),
            None,
            id="address-in-a-bracket-behind-the-name",
        ),
        pytest.param("采购需求：详见附件", None, None, id="nobody"),
    ],
)
def test_parties(text: str, buyer: Brief | None, agency: Brief | None) -> None:
    assert read(text) == (buyer, agency)


def test_two_different_buyers_are_ambiguous() -> None:
    buyer, _ = extract_parties(build_document("采购人：青石县民政局\n项目编号：A-1\n采购人：白鹭市教育局\n"))
    assert buyer is not None
    assert buyer.name.state == "ambiguous"
    assert {candidate.value for candidate in buyer.name.candidates} == {"青石县民政局", "白鹭市教育局"}


def test_a_short_form_does_not_rival_the_full_name() -> None:
    buyer, _ = extract_parties(build_document("采购人：民政局\n采购单位：青石县民政局\n"))
    assert buyer is not None
    assert buyer.name.value == "青石县民政局"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2.采购代理机构信息", "agency"),
        ("集中采购机构", "agency"),
        ("采购人信息", "buyer"),
        ("甲方", "buyer"),
        ("3.项目联系方式", "project"),
        ("中标供应商", "supplier"),
        ("同级财政部门投诉电话", "supervisor"),
        ("开户银行", "other"),
        ("地址", ""),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert role_of(text) == role
