"""From several places to one reading: never a guess between two values."""

from __future__ import annotations

import pytest

from tender_kit.core.readings import Evidence
from tender_kit.extractors.resolve import Found, resolve


def place(start: int) -> Evidence:
    return Evidence(start=start, end=start + 2, quote="原文", rule="made")


def value(rank: int, words: str, start: int = 0) -> Found[str]:
    return Found(rank, place(start), words)


def mask(rank: int, shape: str, start: int = 0) -> Found[str]:
    return Found(rank, place(start), mask=shape)


@pytest.mark.parametrize(
    ("found", "state", "read"),
    [
        pytest.param([], "absent", None, id="nothing"),
        pytest.param([value(0, "甲")], "known", "甲", id="one"),
        pytest.param([value(0, "甲"), value(0, "甲", 9)], "known", "甲", id="the-same-twice"),
        pytest.param([value(0, "甲"), value(0, "乙", 9)], "ambiguous", None, id="two-values"),
        pytest.param([value(1, "乙"), value(0, "甲", 9)], "known", "甲", id="the-stronger-place-wins"),
        pytest.param([value(1, "乙"), value(1, "丙"), value(0, "甲", 9)], "known", "甲", id="rivals-in-weaker-places"),
        pytest.param([mask(0, "*")], "masked", None, id="only-a-mask"),
        pytest.param([Found(0, place(0), hidden=True)], "masked", None, id="said-elsewhere"),
        pytest.param([Found(0, place(0))], "unread", None, id="not-understood"),
        pytest.param([Found(0, place(0)), value(3, "甲", 9)], "known", "甲", id="understood-in-a-weaker-place"),
    ],
)
def test_states(found: list[Found[str]], state: str, read: str | None) -> None:
    reading = resolve(found)
    assert (reading.state, reading.value) == (state, read)
    assert bool(reading.evidence) is bool(found)


def test_rivals_are_all_kept_with_their_places() -> None:
    reading = resolve([value(0, "甲", 1), value(0, "乙", 5), value(0, "甲", 9)])
    assert [(c.value, [e.start for e in c.evidence]) for c in reading.candidates] == [("甲", [1, 9]), ("乙", [5])]


def test_equal_is_what_the_family_calls_equal() -> None:
    reading = resolve([value(0, "青石县民政局"), value(0, "民政局", 9)], same=lambda a, b: a in b or b in a)
    assert (reading.state, reading.value) == ("known", "青石县民政局")


@pytest.mark.parametrize("order", [["2026-04-08", "2026-04-08T09:30"], ["2026-04-08T09:30", "2026-04-08"]])
def test_a_time_says_more_than_its_day(order: list[str]) -> None:
    reading = resolve([value(0, words, at) for at, words in enumerate(order)], finer=lambda a, b: a != b and a.startswith(b))
    assert (reading.state, reading.value) == ("known", "2026-04-08T09:30")


@pytest.mark.parametrize(
    ("found", "origin"),
    [
        pytest.param([mask(0, "5*"), value(1, "50", 9)], "reconciled", id="a-weaker-place-fills-the-mask"),
        pytest.param([mask(0, "6*"), value(1, "50", 9)], "stated", id="a-mask-that-cannot-hide-it"),
        pytest.param([mask(1, "5*"), value(0, "50", 9)], "stated", id="the-value-stands-in-the-stronger-place"),
    ],
)
def test_masks_are_filled(found: list[Found[str]], origin: str) -> None:
    reading = resolve(found, fits=lambda shape, plain: all(a in ("*", b) for a, b in zip(shape, plain, strict=True)))
    assert (reading.state, reading.value, reading.origin) == ("known", "50", origin)
    assert len(reading.evidence) == 1 + (origin == "reconciled")
