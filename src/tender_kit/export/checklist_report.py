"""A checklist as a report: a part for each section with the columns of its kind, a line for each thing to do."""

from __future__ import annotations

from itertools import groupby

from tender_kit.analysis.checklist.case import bare
from tender_kit.analysis.wording import say_measure, say_moment, say_number
from tender_kit.export.report import Cell, Column, Form, Part, Report, quotes_of
from tender_kit.models.checklist import Checklist, ChecklistRow, ChecklistSection
from tender_kit.vocab.words import Words

_FILL = "response deviation responsible state"
_REST = "due remarks quote source"
# The columns of each section; what stands behind the bar is for the screen, a page has no room for it.
_LAYOUT: dict[ChecklistSection, str] = {
    "dates": "number kind matter due days_left workdays_left todo law responsible state change former | path remarks "
    "quote source",
    "correction": "number clause todo responsible state remarks change former | path quote source",
    "mandatory": f"number clause_number lots clause path figures answer proofs {_FILL} change former | {_REST}",
    "qualification": "number clause_number lots clause path proofs answer response responsible state change former | " + _REST,
    "papers": "number kind lots paper path todo due responsible state change former | remarks quote source",
    "requirement": f"number clause_number lots clause path figures answer proofs {_FILL} change former | {_REST}",
    "scoring": "number kind lots path item points rules proofs self_score responsible state change former | answer " + _REST,
    "payment": f"number kind clause_number lots clause path figures answer {_FILL} change former | {_REST}",
    "risk": "number kind lots risk path todo responsible state remarks change former | quote source",
    "question": "number kind lots question law due days_left todo reply responsible state change former | path remarks "
    "quote source",
    "unclassified": "number sentence path todo responsible state remarks change former | quote source",
    "dropped": "number section clause_number lots clause response deviation responsible state remarks change | path quote source",
}
_WIDTHS = {
    "number": 6,
    "kind": 10,
    "section": 12,
    "clause_number": 8,
    "lots": 7,
    "clause": 46,
    "matter": 26,
    "paper": 48,
    "item": 44,
    "risk": 56,
    "question": 52,
    "sentence": 64,
    "figures": 18,
    "points": 7,
    "rules": 30,
    "path": 14,
    "answer": 26,
    "todo": 32,
    "response": 28,
    "reply": 24,
    "self_score": 22,
    "deviation": 9,
    "proofs": 28,
    "law": 22,
    "due": 17,
    "days_left": 8,
    "workdays_left": 8,
    "responsible": 11,
    "state": 9,
    "remarks": 16,
    "change": 9,
    "former": 24,
    "quote": 44,
    "source": 20,
    "key": 14,
}
CLAUSE_COLUMNS = ("clause", "matter", "paper", "item", "risk", "question", "sentence")
RESPONSE_COLUMNS = ("response", "reply", "self_score")
_TO_FILL = {*RESPONSE_COLUMNS, "deviation", "responsible", "state"}
_SOON = 3
_VERBATIM = {"evaluation", "performance", "item", "head"}
_SAME, _MOST_QUOTES, _LONGEST_QUOTE = 12, 3, 160


def checklist_report(checklist: Checklist, words: Words) -> Report:
    """Put a checklist into words."""
    parts = tuple(_part(section, tuple(rows), words) for section, rows in groupby(checklist.rows, key=lambda row: row.section))
    name = checklist.title or checklist.project_number or checklist.uri
    title = f"{name} {words('word', 'checklist')}".strip()
    return Report(title, _lines(checklist, words), parts, words.language, form=_form(checklist, name, words))


def _lines(checklist: Checklist, words: Words) -> tuple[str, ...]:
    named = (
        ("project.name", checklist.title),
        ("project.number", checklist.project_number),
        ("buyer", checklist.buyer),
        ("agency", checklist.agency),
    )
    lines = [f"{words('field', path)}: {value}" for path, value in named if value]
    if checklist.lot:
        lines.append(words.say("checklist_lot", lot=checklist.lot))
    if checklist.corrections:
        lines.append(words.say("checklist_corrections", files=", ".join(checklist.corrections)))
    lines.append(f"{words('word', 'source')}: {checklist.uri or '-'} · SHA-256 {checklist.sha256[:12]}")
    if checklist.on:
        lines.append(words.say("checklist_on", day=checklist.on.isoformat()))
    return (*lines, words.say("checklist_note"))


def _form(checklist: Checklist, name: str, words: Words) -> Form:
    say, states = words.say, words.table("work")
    return Form(
        header=" · ".join(filter(None, (name[:60], checklist.project_number, str(checklist.on or "")))),
        people=tuple(words.table("role").values()),
        state_label=words("checklist", "state"),
        states=tuple(states.values()),
        done=(states["done"], states["not_applicable"]),
        caption=say("table_caption"),
        page=say("page_of", page="{page}", pages="{pages}"),
        overview=say("sheet_overview"),
        lists=say("sheet_lists"),
        lists_note=say("choices_note"),
        people_label=words("checklist", "responsible"),
        heads=(say("progress_part"), say("progress_rows"), say("progress_done"), say("progress_sum")),
    )


def _part(section: ChecklistSection, rows: tuple[ChecklistRow, ...], words: Words) -> Part:
    printed, _, screen = _LAYOUT[section].partition("|")
    keys = (*printed.split(), *screen.split(), "key")
    columns = tuple(_column(key, words, on_paper=key in printed.split()) for key in keys)
    has_lots = any(row.lots for row in rows)
    return Part(
        words("section", section), columns, tuple(tuple(_cell(key, row, words, has_lots) for key in keys) for row in rows)
    )


def _column(key: str, words: Words, *, on_paper: bool) -> Column:
    choices = {"state": "work", "deviation": "deviation"}.get(key)
    return Column(
        words("checklist", key),
        _WIDTHS[key],
        on_paper,
        to_fill=key in _TO_FILL,
        choices=tuple(words.table(choices).values()) if choices else (),
        takes_people=key == "responsible",
        is_hidden=key == "key",
    )


def _cell(key: str, row: ChecklistRow, words: Words, has_lots: bool) -> Cell:
    if key in CLAUSE_COLUMNS:
        mark = "" if row.reading == "known" else row.reading
        return Cell(row.clause, mark, _quotes(row))
    if key == "number":
        return Cell(str(row.number), figure=row.number)
    if key in ("days_left", "workdays_left"):
        left: int | None = getattr(row, key)
        soon = "warning" if left is not None and 0 <= left <= _SOON else ""
        return Cell("" if left is None else str(left), soon, figure=left)
    if key == "points" and row.points is not None:
        return Cell(say_number(row.points), "masked" if row.points.mask else "", figure=row.points.value)
    if key == "change":
        return Cell(words("revision", row.change) if row.change else "", row.change)
    if key == "lots":
        return Cell(", ".join(row.lots) or (words("word", "all_lots") if has_lots else ""))
    return Cell(_text(key, row, words))


def _quotes(row: ChecklistRow) -> tuple[str, ...]:
    """Give the places that a page shows under a row: of facts and findings, for clauses are the words of the source."""
    if row.section == "dates":
        return (row.sentence[:_LONGEST_QUOTE],) if row.origin == "stated" and row.sentence else ()
    if row.section == "question" or bare(row.sentence)[:_SAME] in bare(row.clause) or row.kind in _VERBATIM:
        return ()
    said = bare(row.clause)
    return tuple(quote[:_LONGEST_QUOTE] for quote in quotes_of(row.evidence) if bare(quote)[:_SAME] not in said)[:_MOST_QUOTES]


def _text(key: str, row: ChecklistRow, words: Words) -> str:
    match key:
        case "kind":
            return words("row_kind", row.kind.partition(".")[0]) if row.kind else ""
        case "section":
            return words("section", row.section)
        case "figures":
            several = len(row.measures) > 1
            return "\n".join(dict.fromkeys(say_measure(measure, words, subject=several) for measure in row.measures))
        case "answer" | "todo":
            return row.answer
        case "response" | "reply" | "self_score":
            return row.response
        case "deviation":
            return words("deviation", row.deviation) if row.deviation else ""
        case "state":
            return words("work", row.state)
        case "due":
            return say_moment(row.due) if row.due else ""
        case "proofs" | "rules":
            return "\n".join(getattr(row, key))
        case "path":
            return " > ".join(row.path[-1:] if row.section == "scoring" else row.path[-2:])
        case "quote":
            return row.sentence or " / ".join(quotes_of(row.evidence))
        case _:
            return str(getattr(row, key))
