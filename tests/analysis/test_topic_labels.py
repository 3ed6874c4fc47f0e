"""How well the topics of clauses are found, against a reader's judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import tender_kit
from tender_kit.core.fold import fold
from tender_kit.extractors.topics import Place, text_topic
from tender_kit.models.demands import Measure, Requirement
from tender_kit.models.notice import Notice
from tender_kit.vocab.topics import topics

from . import labels

CLAUSES = labels.entries_of("topic_labels.toml", "clause")
KEYS = {"case", "path", "text", "topic", "also", "why"}
GROUPS = 13
LEAST = 0.92
_OWN_TITLE = re.compile(r"([^,;。:]{2,12})[:。]")


@cache
def notice_of(case: str) -> Notice:
    (source,) = (labels.CORPUS / case).glob("source.*")
    return tender_kit.parse(source)


def evidence_of(part: Measure | Requirement) -> Iterator[str]:
    yield from (labels.squeeze(evidence.quote) for evidence in part.evidence)


def found_topic(clause: dict[str, Any]) -> str:
    """The topic under which a comparison has a clause: that of its measure, else that of the requirement which it is.

    What is only a part of a requirement, and has no figure, is asked for by itself under the same headings.
    """
    text = labels.squeeze(clause["text"])
    around = [part for part in notice_of(clause["case"]).requirements if any(text in quote for quote in evidence_of(part))]
    for part in around:
        for measure in part.measures:
            if any(quote in text or text in quote for quote in evidence_of(measure)):
                return measure.topic or part.topic or ""
    for part in around:
        if len(text) >= 0.8 * len(labels.squeeze(part.text)):
            return part.topic or ""
    path = around[0].path if around else clause.get("path", ())
    own = _OWN_TITLE.match(around[0].text) if around else None
    return text_topic(fold(clause["text"]), Place((*(own.groups() if own else ()), *reversed(path)))) or ""


def has_figure(clause: dict[str, Any]) -> bool:
    return any(sign.isdigit() or sign == "*" for sign in clause["text"])


def judged() -> Iterator[tuple[dict[str, Any], str, bool]]:
    for clause in CLAUSES:
        found = found_topic(clause)
        yield clause, found, found in (clause["topic"], *clause.get("also", ()))


@pytest.mark.parametrize("clause", CLAUSES, ids=[f"{index}-{clause['text'][:12]}" for index, clause in enumerate(CLAUSES)])
def test_a_label_quotes_its_source_and_names_topics(clause: dict[str, Any]) -> None:
    assert not set(clause) - KEYS
    assert {clause["topic"], *clause.get("also", ())} - {""} <= set(topics())
    assert labels.stands_in(clause["text"], clause["case"])
    for heading in clause.get("path", ()):
        assert labels.stands_in(heading, clause["case"]), heading


def test_the_labels_span_the_taxonomy() -> None:
    known = {clause["topic"] for clause in CLAUSES} - {""}
    assert len(CLAUSES) >= 170
    assert len(known) >= 70
    assert len({topic.split(".")[0] for topic in known}) == GROUPS
    assert sum(not has_figure(clause) for clause in CLAUSES) >= len(CLAUSES) / 2


@pytest.mark.parametrize("figures", [True, False], ids=["all", "without figures"])
def test_topics_are_found_as_a_reader_finds_them(figures: bool) -> None:
    results = [(clause, found, fits) for clause, found, fits in judged() if figures or not has_figure(clause)]
    right = sum(fits for _, found, fits in results if found)
    given = sum(bool(found) for _, found, _ in results)
    wanted = sum(bool(clause["topic"]) for clause, _, _ in results)
    precision, recall = right / given, right / wanted
    misses = [f"{clause['topic']} ≠ {found}: {clause['text'][:40]}" for clause, found, fits in results if not fits]
    assert 2 * precision * recall / (precision + recall) >= LEAST, "\n".join([f"{precision:.3f} {recall:.3f}", *misses])
