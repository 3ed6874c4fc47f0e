"""Running text under no telling title: its own words say whether it binds the work."""

import pytest
from tests.extractors.test_requirements import figures


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("录制微课15节,每节10分钟", ["15节", "10分钟"]),
        ("培育社团6个,每个不少于15人", ["6个", "15人"]),
        ("出具审计报告一式6份", ["6份"]),
        ("图像完好率98%,数据每日备份", ["98%"]),
        ("托管班3期,专职教师不少于5名", ["3期", "5名"]),
        ("投标人近三年业绩不少于2个", []),
        ("响应文件一式4份,电子版1份", []),
    ],
)
def test_work_under_an_untelling_title_is_known_by_its_words(words: str, expected: list[str]) -> None:
    assert figures(f"某县服务项目询价公告\n一、项目情况\n1.名称:某县服务项目\n2.概况:{words}\n") == expected
