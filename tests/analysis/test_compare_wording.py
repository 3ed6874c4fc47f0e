"""Clauses that ask for the same stand in one row, what only sounds alike does not: judged by pairs that a reader labelled."""

from __future__ import annotations

from tender_kit.analysis.compare.wording import THRESHOLD, likeness, line_up

from . import labels

PAIRS = [(likeness(pair["a"], pair["b"]), pair["same"]) for pair in labels.entries_of("clause_pairs.toml", "pair")]


def precision_and_recall(threshold: float) -> tuple[float, float]:
    above = [same for score, same in PAIRS if score >= threshold]
    return sum(above) / len(above), sum(above) / sum(same for _, same in PAIRS)


def test_the_threshold_is_where_the_labelled_pairs_put_it() -> None:
    precision, recall = precision_and_recall(THRESHOLD)
    assert precision >= 0.8
    assert recall >= 0.35
    assert precision_and_recall(THRESHOLD - 0.1)[0] < 0.8, "a lower one would fill rows with what only sounds alike"


def test_likeness_is_the_same_both_ways_and_whole_for_the_same_words() -> None:
    one, other = "未经采购人同意不得更换项目人员", "更换人员须经采购人书面同意"
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) > 0.999
    assert likeness(one, "12345 %") == 0


def test_clauses_line_up_across_columns_and_strangers_stay_alone() -> None:
    columns = [
        ["未经采购人同意不得更换项目人员。", "供应商应购买雇主责任保险。"],
        ["服务车辆由供应商自备。", "更换项目人员须经采购人同意。"],
    ]
    assert line_up(columns) == [[(0, 0), (1, 1)], [(0, 1)], [(1, 0)]]


def test_an_empty_column_lines_up_with_nothing() -> None:
    assert line_up([[], ["服务车辆由供应商自备。"], []]) == [[(1, 0)]]
