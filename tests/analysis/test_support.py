"""Every known value is borne out by its own quote, in the corpus and in real documents where there are any; a lie is found."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tender_kit.analysis.support import find_unsupported
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.demands import Measure
from tender_kit.models.notice import Notice
from tender_kit.models.values import Duration, Money, Period
from tender_kit.pipeline import read_notice

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "corpus").glob("*/source.*"))
REAL = sorted(
    p for part in ("seeds", "real", "practice") for p in (ROOT.parent / "shared" / part).glob("*") if p.suffix != ".json"
)


@pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])
def test_every_value_of_the_corpus_stands_in_its_quote(path: Path) -> None:
    assert find_unsupported(read_notice(path)) == []


# Without such documents the parameters are empty, which pytest reports as a skipped test.
@pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])
def test_every_value_of_a_real_notice_stands_in_its_quote(path: Path) -> None:
    assert find_unsupported(read_notice(path)) == []


def said(value: Any, words: str) -> Reading[Any]:
    return Reading(state="known", value=value, evidence=(Evidence(start=0, end=len(words), quote=words, rule="made"),))


BEIJING = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("field", "true", "words", "lie"),
    [
        ("budget", Money(yuan=Decimal(500000)), "预算金额:50万元", Money(yuan=Decimal(510000))),
        (
            "budget",
            Money(yuan=Decimal("1025826.73")),
            "壹佰零贰万伍仟捌佰贰拾陆元柒角叁分(¥1025826.73)",
            Money(yuan=Decimal(1025899)),
        ),
        ("title", "青石县项目", "青 石 县 项 目", "白石县项目"),
        ("schedule.opening", date(2026, 4, 20), "2026年4月20日", date(2026, 4, 21)),
        (
            "schedule.opening",
            datetime(2026, 4, 20, 14, 30, tzinfo=BEIJING),
            "2026年4月20日下午2:30",
            datetime(2026, 4, 20, 15, 30, tzinfo=BEIJING),
        ),
        (
            "schedule.notice_period",
            Duration(count=Decimal(5), unit="working_day"),
            "五个工作日",
            Duration(count=Decimal(7), unit="day"),
        ),
        ("service.period", Period(months=12), "自签订合同起一年", Period(days=30)),
    ],
)
def test_a_lie_is_found(notice: Notice, field: str, true: object, words: str, lie: object) -> None:
    bare = Notice(source=notice.source)
    assert find_unsupported(_with(bare, field, said(true, words))) == []
    assert [fault.path for fault in find_unsupported(_with(bare, field, said(lie, words)))] == [field]


def _with(notice: Notice, field: str, reading: Reading[Any]) -> Notice:
    head, _, tail = field.partition(".")
    if not tail:
        return notice.model_copy(update={head: reading})
    return notice.model_copy(update={head: getattr(notice, head).model_copy(update={tail: reading})})


@pytest.mark.parametrize("change", [{"value": Decimal(5)}, {"comparator": "at_most"}])
def test_a_measure_is_borne_out_by_figure_and_comparator(notice: Notice, change: dict[str, Any]) -> None:
    words = "入户走访不少于4次"
    evidence = (Evidence(start=0, end=len(words), quote=words, rule="made"),)
    measure = Measure(comparator="at_least", value=Decimal(4), unit="次", evidence=evidence)
    clause = notice.requirements[0].model_copy(update={"measures": (measure,), "evidence": evidence})
    bare = Notice(source=notice.source, requirements=(clause,))
    assert find_unsupported(bare) == []
    wrong = clause.model_copy(update={"measures": (measure.model_copy(update=change),)})
    assert len(find_unsupported(bare.model_copy(update={"requirements": (wrong,)}))) == 1
