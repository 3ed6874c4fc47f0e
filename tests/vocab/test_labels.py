import pytest
from tests.work import grows_in_step

from tender_kit.vocab.labels import _index, fields, fields_of, key, longest_suffix, owner_of, split_label


@pytest.mark.parametrize(
    ("written", "label", "note"),
    [
        ("预算金额(万元)", "预算金额", "万元"),
        ("二、采购预算（单位：元）", "采购预算", "单位:元"),
        ("3.1最高限价（如有）", "最高限价", "如有"),
        ("(一)项目名称", "项目名称", ""),
        ("①联系人", "联系人", ""),
        ("*.项目编号", "项目编号", ""),
        ("(*)公告期限", "公告期限", ""),
        ("★服务期限", "服务期限", ""),
        ("名　　称", "名称", ""),
        ("、付款方式", "付款方式", ""),
        ("截止时间（北京时间）", "截止时间", "北京时间"),
        ("本项目（是/否）接受联合体投标", "本项目接受联合体投标", "是/否"),
        ("中标（成交）金额(元)", "中标(成交)金额", "元"),
        ("釆购人", "采购人", ""),
        ("2025年预算", "2025年预算", ""),
        ("9:00", "9:00", ""),
    ],
)
def test_label_and_note_are_split(written: str, label: str, note: str) -> None:
    assert split_label(written) == (label, note)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("采购人(甲方)", "buyer"),
        ("采购代理机构信息", "agency"),
        ("中标/成交金额", "award_amount"),
        ("中标(成交)供应商名称", "supplier"),
        ("获取竞争性磋商文件", "documents_time"),
        ("响应文件递交截止时间", "bid_deadline"),
        ("提交投标文件截止时间、开标时间和地点", "bid_deadline"),
        ("提交投标文件截止时间、开标时间和地点", "opening"),
        ("申请人的资格要求(须同时满足)", "qualification"),
        ("评审专家(单一来源采购人员)名单", "experts"),
        ("时间", "documents_time"),
        ("时间", "opening"),
        ("时间", "time"),
    ],
)
def test_label_names_its_field(label: str, expected: str) -> None:
    assert expected in fields_of(label)


def test_words_that_are_no_labels_are_unknown() -> None:
    assert fields_of("社会工作者") == ()
    assert fields_of("") == ()
    assert fields_of("项目" * 500) == ()


def test_suffix_is_the_longest_and_verbatim() -> None:
    assert longest_suffix("PJ-2025-001 采购项目名称") == ("采购项目名称", fields_of("采购项目名称"))
    assert longest_suffix("李某 联系电话(手机)") is None
    assert longest_suffix("见附件;预算金额(元)") == ("预算金额(元)", ("budget",))
    assert longest_suffix("") is None


def test_owner_is_told_by_the_longest_word() -> None:
    assert owner_of("招标代理机构地址") == "agency"
    assert owner_of("招标人地址") == "buyer"
    assert owner_of("中标人地址") == "supplier"
    assert owner_of("监督部门电话") == "supervisor"
    assert owner_of("联系电话") is None
    assert owner_of("采购人、采购代理机构的名称和地址") is None


def test_every_key_of_the_index_is_found_again() -> None:
    assert all(fields_of(name) for name in _index())
    assert all(field.labels and field.source and field.zh and field.en for field in fields().values())


def test_links_and_brackets_do_not_matter() -> None:
    assert key("开标时间和地点") == key("开标时间、地点") == key("开标时间及地点")


def test_hostile_label_takes_no_time() -> None:
    for unit in ("(", "*", "1.", "(元)"):
        for ask in (split_label, longest_suffix, owner_of):
            assert grows_in_step(ask, unit)
