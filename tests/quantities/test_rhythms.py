import pytest

from tender_kit.quantities.rhythms import find_rhythms


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每天巡查", "day"),
        ("每周更新", "week"),
        ("每个月走访", "month"),
        ("按月报送", "month"),
        ("月度例会", "month"),
        ("每个季度", "quarter"),
        ("季度性督导", "quarter"),
        ("每半年评估", "half_year"),
        ("全年8场", "year"),
        ("年度总结", "year"),
        ("每年不少于2次", "year"),
        ("项目周期内完成", "project"),
        ("合同期内", "project"),
    ],
)
def test_reads_one_rhythm(text: str, per: str) -> None:
    assert [match.per for match in find_rhythms(text)] == [per]


@pytest.mark.parametrize("text", ["服务期限一年", "第三季度", "上半年", "2024年度预算", "每两周", "日常管理", "12月", "每例"])
def test_other_words_have_none(text: str) -> None:
    assert find_rhythms(text) == []
