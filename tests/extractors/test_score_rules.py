"""Scoring rules in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.core.spans import make_flow
from tender_kit.document.build import build_document
from tender_kit.extractors.score_rules import find_rules, most_points, read_points


def rules(text: str) -> list[tuple[str, str | Decimal | None, Decimal | None, Decimal | None]]:
    document = build_document(text)
    found = find_rules(document, make_flow(document.folded, 0))
    return [
        (
            rule.kind,
            rule.points.mask or rule.points.value,
            rule.step.value if rule.step else None,
            rule.threshold.value if rule.threshold else None,
        )
        for rule in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每提供一份得2分，最高得8分", [("each", Decimal(2), Decimal(1), None), ("cap", Decimal(8), None, None)]),
        ("完成6例得基础分5分，每增加2例加1分", [("base", Decimal(5), None, None), ("increment", Decimal(1), Decimal(2), None)]),
        ("≥95%得10分；≥90%得6分", [("tier", Decimal(10), None, Decimal(95)), ("tier", Decimal(6), None, Decimal(90))]),
        ("每少开放1天扣0.5分，扣完为止", [("deduction", Decimal("0.5"), Decimal(1), None)]),
        ("基础分为*分,每多一项加*分,*分。", [("base", "*", None, None), ("increment", "*", Decimal(1), None)]),
        ("每人得一分", [("each", Decimal(1), Decimal(1), None)]),
        ("由考核组酌情评分", []),
        ("三十分钟内到场，分公司不计", []),
    ],
)
def test_rules(text: str, expected: list[object]) -> None:
    assert rules(text) == expected


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("每场得2分,共8分", Decimal(8)),
        ("完成得6分,每增1例加1分,最高得9分", Decimal(9)),
        ("优得6分,良得4分,差不得分", Decimal(6)),
        ("5分。", Decimal(5)),
        ("每名得3分", None),
        ("每起扣20分", None),
        ("本科得2分;社会工作师得2分;满五年得2分", None),
        ("省级最高得3分;市级最高得2分", None),
    ],
)
def test_the_most_that_a_row_can_earn(text: str, points: Decimal | None) -> None:
    most = most_points(text)
    assert (most.value if most else None) == points


def test_points_of_a_cell() -> None:
    assert read_points("0-10分").value == Decimal(10)
    assert read_points("15%").value == Decimal(15)
    assert (read_points("**分").mask, read_points("/").value) == ("**", None)
