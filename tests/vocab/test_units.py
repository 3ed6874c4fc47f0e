from decimal import Decimal

from tender_kit.vocab.units import comparators, unit_id, units


def test_units_of_one_id_count_the_same() -> None:
    assert unit_id("名") == unit_id("位") == unit_id("人")
    assert unit_id("人次") != unit_id("人")
    assert units()["万元"].factor == Decimal(10000)
    assert units()["元"].factor == 1


def test_every_unit_names_its_source() -> None:
    assert all(unit.source and unit.en for unit in units().values())


def test_longest_comparator_comes_first() -> None:
    words = [entry.word for entry in comparators()]
    assert words.index("不得少于") < words.index("少于")
    assert len(words) == len(set(words))


def test_strict_words_leave_the_figure_out() -> None:
    by_word = {entry.word: entry for entry in comparators()}
    assert by_word["以上"].comparator == "at_least"
    assert not by_word["以上"].is_strict
    assert by_word["不足"].is_strict
    assert by_word["以内"].side == "after"
