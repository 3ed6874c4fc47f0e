"""What is asked first, before a table of words or a pattern is tried, refuses nothing that it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tender_kit.document.build import build_document
from tender_kit.vocab import columns, labels
from tender_kit.vocab.topics import first_signs, patterns_for, topic_patterns

CORPUS = Path(__file__).parents[2] / "corpus"
LINES = [line for path in sorted(CORPUS.glob("*/source.txt")) for line in build_document(path.read_bytes()).folded.split("\n")]


def test_every_known_label_is_still_known() -> None:
    assert all(labels.fields_of(name) == ids for name, ids in labels._index().items() if labels.key(name) == name)


@pytest.mark.parametrize("label", ["（采购）预算金额：", "招标文件获取时间", "★预算金额", "预算金额(万元)", "Ａ"])
def test_the_edges_of_a_label_do_not_decide_against_it(label: str) -> None:
    assert labels.fields_of(label) == labels._index().get(labels.key(label), ())


def test_patterns_of_topics_that_match_are_among_those_tried() -> None:
    matched = [(topic, line) for line in LINES for topic, pattern in topic_patterns().items() if pattern.search(line)]
    assert len(matched) > 50
    assert all(topic in dict(patterns_for(line)) for topic, line in matched)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [("培训[^。]{0,9}天", "培"), ("[季月]报", "季月"), ("(?:开展|组织)会", "开组")],
)
def test_first_signs_of_simple_patterns(pattern: str, signs: str) -> None:
    assert first_signs(pattern) == frozenset(signs)


@pytest.mark.parametrize("pattern", ["(?:集中)?培训", "天|次", "一?个", "[^月]报", r"\d+次", "(?:[甲乙]类|普通)走访", "."])
def test_first_signs_of_others_are_not_told(pattern: str) -> None:
    assert first_signs(pattern) is None


def test_columns_known_by_a_pattern_are_known() -> None:
    heads = {"评分标准及说明", "考核内容及要求", "预计服务天数", "最高得分"}
    assert all(columns.column_kind(head) for head in heads)
