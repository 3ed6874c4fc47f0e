"""People, telephone numbers and addresses of mail inside a value."""

from __future__ import annotations

import pytest

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow
from tender_kit.document.build import build_document
from tender_kit.document.model import Document
from tender_kit.extractors.people import find_contacts, find_emails, find_phones, merge_masked


def value(text: str) -> tuple[Document, Flow]:
    document = build_document(text)
    return document, document.blocks[0].flow


def shown(readings: list[Reading[str]] | tuple[Reading[str], ...]) -> list[str]:
    return [reading.value or reading.mask or "" for reading in readings]


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("0571-88001234", ["0571-88001234"]),
        ("0571－88001234", ["0571－88001234"]),
        ("（0571）88001234", ["（0571）88001234"]),
        ("057188001234", ["057188001234"]),
        ("13800001234", ["13800001234"]),
        ("88001234", ["88001234"]),
        ("400-800-1234", ["400-800-1234"]),
        ("010-60002222转801", ["010-60002222转801"]),
        ("0571-88001234、13800001234", ["0571-88001234", "13800001234"]),
        ("0571-88001234/88001235", ["0571-88001234", "88001235"]),
        ("李老师 0717-6001234", ["0717-6001234"]),
        ("0571-8800****", ["0571-8800****"]),
        ("138****1234", ["138****1234"]),
        ("电话：0571-88001234 传真：0571-88001299", ["0571-88001234"]),
        ("邮编：310000", []),
        ("91330100MA2B12345X", []),
        ("2026年3月5日", []),
        ("QS-2026-0015", []),
        ("123456789@qq.com", []),
    ],
)
def test_phones(text: str, phones: list[str]) -> None:
    assert shown(find_phones(*value(text), "r")) == phones


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("王女士", ["王女士"]),
        ("钱工、孙工", ["钱工", "孙工"]),
        ("周晓明", ["周晓明"]),
        ("周晓明 吴小红", ["周晓明", "吴小红"]),
        ("周晓明，吴小红", ["周晓明", "吴小红"]),
        ("周**", ["周**"]),
        ("欧阳晓明", ["欧阳晓明"]),
        ("阿依古丽·买买提", ["阿依古丽·买买提"]),
        ("王女士0571-88001234", ["王女士"]),
        ("王女士（项目部）", ["王女士"]),
        ("王女士****-*******", ["王女士"]),
        ("王女士（采购办）、赵护士长（护理部）", ["王女士", "赵护士长"]),
        ("/", []),
        ("详见附件", []),
        ("0571-88001234", []),
    ],
)
def test_people_behind_a_label_that_asks_for_them(text: str, people: list[str]) -> None:
    assert shown(find_contacts(*value(text), "r", named=True)) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("李老师 0717-6001234", ["李老师"]),
        ("0717-6001234（李老师）", ["李老师"]),
        ("阿依古丽 0996-2001234", ["阿依古丽"]),
        ("买买提·艾力 0996-2001234", ["买买提·艾力"]),
        ("县民政局社会救助股 0996-2001234", []),
        ("0717-6001234", []),
        ("工作日上午办理 0717-6001234", []),
        ("联系人 李助理、张参谋；电话 0931-4910000", ["李助理", "张参谋"]),
    ],
)
def test_people_beside_a_number(text: str, people: list[str]) -> None:
    assert shown(find_contacts(*value(text), "r", named=False)) == people


@pytest.mark.parametrize(
    ("text", "mails"),
    [
        ("qs_zb@163.com", ["qs_zb@163.com"]),
        ("邮箱：zb@qingshi.gov.cn。", ["zb@qingshi.gov.cn"]),
        ("zb**@163.com", ["zb**@163.com"]),
        ("无", []),
    ],
)
def test_mail(text: str, mails: list[str]) -> None:
    assert shown(find_emails(*value(text), "r")) == mails


def test_a_mask_is_kept_as_a_mask() -> None:
    (phone,) = find_phones(*value("138****1234"), "r")
    assert (phone.state, phone.mask, phone.value) == ("masked", "138****1234", None)


def known(text: str) -> Reading[str]:
    return Reading(state="known", value=text)


def hidden(text: str) -> Reading[str]:
    return Reading(state="masked", mask=text)


@pytest.mark.parametrize(
    ("readings", "kept"),
    [
        ([hidden("仇**"), known("仇老师")], ["仇老师"]),
        ([known("0571-88001234"), known("(0571)88001234")], ["0571-88001234"]),
        ([hidden("138****1234"), known("13900001234")], ["138****1234", "13900001234"]),
        ([known("王工"), known("李工"), known("王工")], ["王工", "李工"]),
        ([hidden("0469-4662****"), hidden("****-*******")], ["0469-4662****"]),
        ([hidden("****-*******")], ["****-*******"]),
    ],
)
def test_each_once(readings: list[Reading[str]], kept: list[str]) -> None:
    assert shown(merge_masked(readings)) == kept
