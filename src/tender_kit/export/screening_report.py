"""Screenings as reports: one notice check by check, many as a ranked table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tender_kit.analysis.wording import say_moment, say_money_briefly
from tender_kit.core.readings import Reading
from tender_kit.export.report import Cell, Column, Part, Report, quotes_of
from tender_kit.models.screening import OUTCOMES, CheckResult, Outcome, Screening, ScreeningTable, Verdict
from tender_kit.models.values import Money
from tender_kit.vocab.words import Words

_MARKS: dict[Verdict | Outcome, str] = {
    "fails": "error",
    "cannot_tell": "warning",
    "meets": "",
    "no_go": "error",
    "review": "warning",
    "go": "strictest",
}


# The columns of the ranked table: where their names stand, and how wide they are.
_RANKED = {
    "rank": ("screening", 6),
    "outcome": ("screening", 10),
    "lot": ("head", 12),
    "file": ("head", 22),
    "project.name": ("field", 30),
    "schedule.bid_deadline": ("field", 17),
    "days_left": ("screening", 9),
    "budget": ("field", 12),
    "fit": ("screening", 8),
    "decides": ("screening", 64),
}
# What a screen has no room for.
_WIDE = (
    ("field", "project.name"),
    ("field", "schedule.bid_deadline"),
    ("screening", "decisive"),
    ("screening", "law"),
    ("screening", "fields"),
)
_REASONS = 3


def screening_report(screening: Screening, words: Words) -> Report:
    """Put the screening of one notice into words: the outcome, what decides, then everything else."""
    deciding = screening.deciding
    others = tuple(result for result in screening.results if result not in deciding)
    parts = tuple(
        Part(words("screening", title), _result_columns(words), tuple(_result_cells(result, words) for result in results))
        for title, results in (("deciding", deciding), ("others", others))
        if results
    )
    return Report(screening.title or screening.name, tuple(_summary(screening, words)), parts, words.language, aligned=True)


def screening_table_report(table: ScreeningTable, words: Words) -> Report:
    """Put the screening of many notices into words: the ranked table, then all checks of all notices."""
    ranked = tuple(_ranked_cells(place, screening, words) for place, screening in enumerate(table.screenings, start=1))
    checks = tuple(
        (Cell(screening.name), *_result_cells(result, words)) for screening in table.screenings for result in screening.results
    )
    head = words("screening", "table")
    parts = [Part(head, _ranked_columns(words), ranked)]
    if checks:
        columns = (Column(words("head", "file"), 18), *_result_columns(words))
        parts.append(Part(words("screening", "all_checks"), columns, checks))
    counts = {outcome: len(table.with_outcome((outcome,))) for outcome in OUTCOMES}
    summary = words.say("screening_summary", organisation=table.organisation or "-", on=table.on, total=len(table), **counts)
    lines = (summary, words.say("fit_definition"), words.say("screening_note"))
    return Report(head, lines, tuple(parts), words.language)


def brief(report: Report, words: Words) -> Report:
    """Give a report of a screening for a screen: fewer columns, no more than three reasons a notice, no list of all checks."""
    left_out = {words(table, key) for table, key in _WIDE}
    parts = report.parts if report.aligned else report.parts[:1]
    return replace(report, parts=tuple(_narrow(part, left_out, words) for part in parts))


def _narrow(part: Part, left_out: set[str], words: Words) -> Part:
    kept = [index for index, column in enumerate(part.columns) if column.label not in left_out]
    long = words("screening", "decides")
    rows = tuple(
        tuple(_shortened(row[index], words) if part.columns[index].label == long else row[index] for index in kept)
        for row in part.rows
    )
    return replace(part, columns=tuple(part.columns[index] for index in kept), rows=rows)


def _shortened(cell: Cell, words: Words) -> Cell:
    lines = cell.text.split("\n")
    more = words.say("screening_more", count=len(lines) - _REASONS)
    return cell if len(lines) <= _REASONS else replace(cell, text="\n".join([*lines[:_REASONS], more]))


def _summary(screening: Screening, words: Words) -> Iterable[str]:
    """The outcome first, then what one asks next."""
    lots = "; ".join(f"{lot.number}: {words('outcome', lot.outcome)}" for lot in screening.lots)
    yield f"{words('screening', 'outcome')}: {words('outcome', screening.outcome)}" + (f"({lots})" if lots else "")
    yield f"{words('field', 'schedule.bid_deadline')}: {_deadline(screening, words)} · {_days(screening, words)}"
    yield f"{words('field', 'budget')}: {_budget(screening.budget, words).text}"
    yield f"{words('screening', 'fit')}: {screening.fit.score}({screening.fit.met}/{screening.fit.asked})"
    yield f"{screening.organisation or '-'} · {screening.on} · {screening.uri or screening.name}"
    yield words.say("fit_definition")
    yield words.say("screening_note")


def _result_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("screening", "verdict"), 12),
        Column(words("screening", "check"), 18),
        Column(words("screening", "reason"), 44),
        Column(words("screening", "to_do"), 30),
        Column(words("head", "lot"), 9),
        Column(words("screening", "decisive"), 9),
        Column(words("screening", "law"), 34, on_paper=False),
        Column(words("screening", "fields"), 22, on_paper=False),
        Column(words("head", "quote"), 48, on_paper=False),
    )


def _result_cells(result: CheckResult, words: Words) -> tuple[Cell, ...]:
    zh = words.language == "zh"
    mark, quotes = _MARKS[result.verdict], quotes_of(result.evidence)
    reason = result.reason if zh else result.reason_en
    if result.challengeable:
        reason += f"【{words('screening', 'challengeable')}】"
    return (
        Cell(words("verdict", result.verdict), mark),
        Cell(result.title if zh else result.title_en),
        Cell(reason, "", quotes),
        Cell(result.to_do if zh else result.to_do_en),
        Cell(", ".join(result.lots)),
        Cell(words("word", "yes") if result.decisive else ""),
        Cell(result.law),
        Cell(", ".join(result.profile_fields)),
        Cell(" / ".join(quotes)),
    )


def _ranked_columns(words: Words) -> tuple[Column, ...]:
    return tuple(Column(words(table, key), width) for key, (table, width) in _RANKED.items())


def _ranked_cells(place: int, screening: Screening, words: Words) -> tuple[Cell, ...]:
    deadline = screening.deadline
    left = "" if screening.days_left is None else str(screening.days_left)
    lots = "\n".join(f"{lot.number}: {words('outcome', lot.outcome)}" for lot in screening.lots)
    return (
        Cell(str(place)),
        Cell(words("outcome", screening.outcome), _MARKS[screening.outcome]),
        Cell(lots),
        Cell(screening.name),
        Cell(screening.title),
        Cell(_deadline(screening, words), "" if deadline.is_known else deadline.state, quotes_of(deadline.evidence)),
        Cell(left),
        _budget(screening.budget, words),
        Cell(str(screening.fit.score)),
        Cell(_deciding(screening.deciding, words), "", quotes_of(e for result in screening.deciding for e in result.evidence)),
    )


def _deciding(results: Sequence[CheckResult], words: Words) -> str:
    zh = words.language == "zh"
    lines = []
    for result in results:
        sign = words("verdict", result.verdict)[0]
        lots = f"[{', '.join(result.lots)}]" if result.lots else ""
        lines.append(f"{sign} {result.title if zh else result.title_en}{lots}: {result.reason if zh else result.reason_en}")
    return "\n".join(lines)


def _deadline(screening: Screening, words: Words) -> str:
    deadline = screening.deadline
    return say_moment(deadline.value) if deadline.value is not None else words("state", deadline.state)


def _days(screening: Screening, words: Words) -> str:
    if screening.days_left is None:
        return words("screening", "days_left") + " -"
    left = f"{words('screening', 'days_left')} {screening.days_left}"
    if screening.workdays_left is None:
        return left
    return f"{left}({screening.workdays_left} {words('screening', 'workdays_left')})"


def _budget(budget: Reading[Money], words: Words) -> Cell:
    if budget.value is not None:
        return Cell(say_money_briefly(budget.value, words), "", quotes_of(budget.evidence))
    return Cell(words("state", budget.state), budget.state, quotes_of(budget.evidence))
