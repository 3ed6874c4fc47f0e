"""Rows of score tables: totals, the share of the price, how many indicators there are, and the indicators themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.compare.cells import ABSENT, make_cell, make_row
from tender_kit.analysis.compare.columns import View
from tender_kit.analysis.compare.wording import line_up
from tender_kit.analysis.topics import find_topic, topic_order
from tender_kit.analysis.wording import say_figure, say_number
from tender_kit.core.readings import Evidence
from tender_kit.extractors.topics import Place, text_topic
from tender_kit.models.comparison import Cell, Entry, Ratio, Row
from tender_kit.models.demands import Number, ScoreGroup, ScoreItem, ScoreTable
from tender_kit.vocab.words import LANGUAGES, Words, load_words

PURPOSES = ("evaluation", "performance")
_PRICE = re.compile(r"价格|报价|投标价")


def score_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    """Give the rows of the score tables, those that judge bids and those that judge the work apart."""
    for purpose in PURPOSES:
        tables = [[table for table in view.score_tables if table.purpose == purpose] for view in views]
        if any(tables):
            yield _points_row(f"score.{purpose}.total", [_totals(found) for found in tables], words)
            if purpose == "evaluation":
                yield _points_row("score.evaluation.price", [_prices(found) for found in tables], words)
            yield _count_row(f"score.{purpose}.items", tables, words)
            yield from _item_rows(purpose, tables, words)


def _totals(tables: Sequence[ScoreTable]) -> list[tuple[str, Number, tuple[Evidence, ...]]]:
    stated = [table for table in tables if table.total.value is not None or table.total.mask]
    return [(table.title, table.total, table.evidence) for table in stated]


def _prices(tables: Sequence[ScoreTable]) -> list[tuple[str, Number, tuple[Evidence, ...]]]:
    """The points on the price: a group of its own, else a row."""
    groups = [group for table in tables for group in table.groups]
    named = [group for group in groups if _PRICE.search(group.name) and _is_given(group.points)]
    if named:
        return [(group.name, group.points, group.evidence or _first(group)) for group in named]
    items = [item for group in groups for item in group.items if _PRICE.search(item.text[:20]) and _is_given(item.points)]
    return [(item.text, item.points, item.evidence) for item in items]


def _is_given(number: Number) -> bool:
    return number.value is not None or bool(number.mask)


def _first(group: ScoreGroup) -> tuple[Evidence, ...]:
    return group.items[0].evidence if group.items else ()


def _points_row(key: str, columns: Sequence[Sequence[tuple[str, Number, tuple[Evidence, ...]]]], words: Words) -> Row:
    return make_row("scoring", key, [_points_cell(found, words) for found in columns], unit="分")


def _points_cell(found: Sequence[tuple[str, Number, tuple[Evidence, ...]]], words: Words) -> Cell:
    entries = [
        Entry(
            text=" · ".join(filter(None, (say_number(number) + words("word", "points"), name))),
            figure=number.value,
            uncompared="masked" if number.mask else None,
            evidence=evidence,
        )
        for name, number, evidence in found
    ]
    if not entries:
        return ABSENT
    hidden = all(entry.uncompared for entry in entries)
    figures = [entry.figure for entry in entries if entry.figure is not None]
    only = figures[0] if len(entries) == 1 and figures else None
    return Cell(state="masked" if hidden else "known", entries=tuple(entries), figure=only)


def _count_row(key: str, tables: Sequence[Sequence[ScoreTable]], words: Words) -> Row:
    """How many indicators there are, with the points of each on average where all points are given."""
    items = [[item for table in found for group in table.groups for item in group.items] for found in tables]
    cells = [
        Cell(
            state="known",
            entries=(Entry(text=say_figure(Decimal(len(found))), figure=Decimal(len(found)), evidence=found[0].evidence),),
            figure=Decimal(len(found)),
        )
        if found
        else ABSENT
        for found in items
    ]
    means = tuple(_mean([item.points.value for item in found]) for found in items)
    ratios = (Ratio(kind="points_per_item", figures=means),) if any(mean is not None for mean in means) else ()
    return make_row("scoring", key, cells, unit=words("word", "items_unit"), ratios=ratios)


def _mean(points: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in points if value is not None]
    return (sum(known, Decimal(0)) / len(known)).quantize(Decimal("0.01")) if known and len(known) == len(points) else None


def _item_rows(purpose: str, tables: Sequence[Sequence[ScoreTable]], words: Words) -> Iterator[Row]:
    """Line the indicators up: by topic where their own words name one, else by wording; what is alone shares one row."""
    columns = [[(group.name, item) for table in found for group in table.groups for item in group.items] for found in tables]
    topics = [[text_topic(item.text[:80], Place()) for _, item in column] for column in columns]
    for topic in sorted({topic for column in topics for topic in column if topic}, key=topic_order):
        picked = [
            [entry for entry, own in zip(column, own_topics, strict=True) if own == topic]
            for column, own_topics in zip(columns, topics, strict=True)
        ]
        info = find_topic(topic)
        key = f"score.{purpose}:{topic}"
        yield _items_row(key, info.zh, info.en, picked, words)
    rest = [
        [entry for entry, own in zip(column, own_topics, strict=True) if own is None]
        for column, own_topics in zip(columns, topics, strict=True)
    ]
    yield from _by_wording(purpose, rest, words)


def _by_wording(purpose: str, columns: Sequence[Sequence[tuple[str, ScoreItem]]], words: Words) -> Iterator[Row]:
    lines = line_up([[item.text for _, item in column] for column in columns])
    shared = [line for line in lines if len({column for column, _ in line}) > 1]
    alone = [place for line in lines if line not in shared for place in line]
    for number, line in enumerate(shared, start=1):
        name = columns[line[0][0]][line[0][1]][1].text[:24]
        yield _items_row(f"score.{purpose}:{number}", name, name, _pick(columns, line), words)
    if alone:
        names = [load_words(language)("row", "score.other") for language in LANGUAGES]
        yield _items_row(f"score.{purpose}:other", names[0], names[1], _pick(columns, alone), words)


def _pick(
    columns: Sequence[Sequence[tuple[str, ScoreItem]]], line: Sequence[tuple[int, int]]
) -> list[list[tuple[str, ScoreItem]]]:
    return [[columns[index][place] for column, place in line if column == index] for index in range(len(columns))]


def _items_row(key: str, zh: str, en: str, picked: Sequence[Sequence[tuple[str, ScoreItem]]], words: Words) -> Row:
    cells = [_items_cell(found, words) for found in picked]
    return Row(group="scoring", key=key, label=zh, label_en=en, unit="分", cells=tuple(cells))


def _items_cell(found: Sequence[tuple[str, ScoreItem]], words: Words) -> Cell:
    cell = make_cell([_item_entry(group, item, words) for group, item in found])
    figures = [entry.figure for entry in cell.entries]
    total = sum((figure for figure in figures if figure is not None), Decimal(0)) if figures and None not in figures else None
    hidden = bool(cell.entries) and all(entry.uncompared == "masked" for entry in cell.entries)
    return cell.model_copy(update={"figure": total, "state": "masked" if hidden else cell.state})


def _item_entry(group: str, item: ScoreItem, words: Words) -> Entry:
    points = say_number(item.points) + words("word", "points") if _is_given(item.points) else ""
    return Entry(
        text=" · ".join(filter(None, (points, group, item.text))),
        number=item.number,
        figure=item.points.value,
        uncompared="masked" if item.points.mask else None,
        evidence=item.evidence,
    )
