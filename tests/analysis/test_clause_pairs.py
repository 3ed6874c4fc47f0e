"""The labelled pairs of clauses are what they say: words of the corpus, each pair once, enough of either kind."""

from __future__ import annotations

from typing import Any

import pytest

from . import labels

PAIRS = labels.entries_of("clause_pairs.toml", "pair")
KEYS = {"same", "case_a", "a", "case_b", "b", "written", "why"}


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{index}-{pair['a'][:12]}" for index, pair in enumerate(PAIRS)])
def test_a_pair_quotes_its_sources_to_the_letter(pair: dict[str, Any]) -> None:
    assert not set(pair) - KEYS
    assert labels.stands_in(pair["a"], pair["case_a"]), pair["a"]
    if pair.get("written"):
        assert "case_b" not in pair
    else:
        assert labels.stands_in(pair["b"], pair["case_b"]), pair["b"]


def test_each_pair_stands_once() -> None:
    seen = [frozenset((pair["a"], pair["b"])) for pair in PAIRS]
    assert len(set(seen)) == len(seen)
    assert all(len(pair) == 2 for pair in seen)


def test_there_are_enough_of_either_kind() -> None:
    same = [pair for pair in PAIRS if pair["same"]]
    assert len(same) >= 70
    assert len(PAIRS) - len(same) >= 130
    quoted = [pair for pair in same if not pair.get("written")]
    assert len(quoted) >= len(same) / 2, "most pairs come from the corpus"
