"""From the blocks that state requirements to clauses with lots, topic and measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block
from tender_kit.extractors.annual import per_year
from tender_kit.extractors.context import Context
from tender_kit.extractors.requirements.bare import bare_figure, under_head
from tender_kit.extractors.requirements.grids import Grid
from tender_kit.extractors.requirements.lots import inline_lots, lots_of
from tender_kit.extractors.requirements.marks import Marks, read_marks
from tender_kit.extractors.requirements.pieces import Piece, split_pieces
from tender_kit.extractors.requirements.points import drop_scoring
from tender_kit.extractors.requirements.scope import OF_WORK, demand_blocks
from tender_kit.extractors.requirements.wording import after_correction, asks_nothing, is_story, states_work_at
from tender_kit.extractors.topics import Place, measure_topic, text_topic
from tender_kit.models.demands import Measure, Requirement
from tender_kit.models.values import NoticeKind
from tender_kit.quantities.measures import MeasureMatch, find_measures

_RULE = "requirements.clause"


def extract_requirements(context: Context) -> tuple[Requirement, ...]:
    """Read the requirement clauses of a document in order.

    Blocks that another family has claimed (qualifications, payments) are none. A clause whose figures are
    for different lots gives one requirement for each.
    """
    marks = read_marks(context.document)
    found: list[Requirement] = []
    for part in demand_blocks(context):
        block = part.block
        clauses = _Reader(context, marks, block, part.grid, part.doubtful, part.lead).requirements()
        # A heading is a clause only where it states a figure (助联体应配2名专职人员), and so is a rule of scoring.
        is_mute = block.heading or part.doubtful or context.claimed.get(block.index) == "score"
        found.extend(clause for clause in clauses if clause.measures or not (is_mute or asks_nothing(clause.text)))
    return tuple(found)


@dataclass(slots=True)
class _Reader:
    """Reads one block."""

    context: Context
    marks: Marks
    block: Block
    grid: Grid | None
    doubtful: bool = False
    lead: str = ""

    def requirements(self) -> Iterator[Requirement]:
        bare = self._bare()
        if bare is not None:
            yield bare
            return
        body = self.block.body
        if self.context.kind == NoticeKind.CORRECTION:
            body = body.slice(after_correction(body.text), len(body.text)).strip()
        for piece in split_pieces(self.block.flow, self.block.number, body):
            yield from self._clause(piece)

    def _bare(self) -> Requirement | None:
        """A cell that holds a figure alone, whose unit stands in the head of its column."""
        cell = self.block.cell
        if cell is None or self.grid is None:
            return None
        figure = bare_figure(self.grid, cell, masked=self.context.document.masked)
        if figure is None:
            return None
        label, match = figure
        flows = [*([label.flow] if label else []), cell.flow]
        beside = [each.flow for each in self.grid.beside(cell)]
        evidence = tuple(self._quote(flow.strip()) for flow in (*flows, *beside))
        text = "".join(flow.text for flow in flows)
        return self._requirement(Piece("", cell.flow, ""), [(match, evidence)], text, lots_of(self.context, self.block))

    def _clause(self, piece: Piece) -> Iterator[Requirement]:
        text = piece.flow.text
        matches = find_measures(text, masked=self.context.document.masked)
        matches = drop_scoring(text, matches)
        if self.grid is not None and self.block.cell is not None:
            matches = under_head(matches, text, self.grid.head_rhythm(self.block.cell))
        if self.doubtful:
            # Its sentences together have said that they bind the work: each has only to bind, and be no procedure.
            matches = tuple(match for match in matches if states_work_at(text, match.start, match.end, self.lead or OF_WORK))
            if is_story(self.block.section.title):  # 某街道辖9个社区 in 项目背景 counts what is there
                matches = tuple(match for match in matches if match.comparator != "exactly" or match.per)
        own = lots_of(self.context, self.block, text)
        groups: dict[tuple[str, ...], list[MeasureMatch]] = {}
        for match in matches:
            groups.setdefault(inline_lots(self.context, text, match) or own, []).append(match)
        for lots, group in (groups or {own: []}).items():
            cited = [(m, (self._cite(piece.flow, m),)) for m in group]
            yield self._requirement(piece, cited, text, lots)

    def _requirement(
        self, piece: Piece, cited: Sequence[tuple[MeasureMatch, tuple[Evidence, ...]]], text: str, lots: tuple[str, ...]
    ) -> Requirement:
        place = self._place(piece)
        return Requirement(
            number=piece.number,
            lots=lots,
            path=self.block.section.path,
            text=text,
            topic=text_topic(text, place),
            mandatory=self.marks.mandatory(self.block, self.grid),
            measures=tuple(self._measure(match, evidence, text, place) for match, evidence in cited),
            evidence=(self._quote(piece.flow),),
        )

    def _place(self, piece: Piece) -> Place:
        """What stands around a clause: its title, the names of its row, its headings."""
        rows: list[str] = []
        if self.grid is not None and self.block.cell is not None:
            rows = self.grid.row_texts(self.block.cell)
        first = next(iter(self.context.document.content), None)
        titles = (*([piece.title] if piece.title else []), *rows, *reversed(self.block.section.path))
        return Place(titles, first.flow.text[:60] if first is not None else "")

    def _measure(self, match: MeasureMatch, evidence: tuple[Evidence, ...], text: str, place: Place) -> Measure:
        topic = measure_topic(text, match, place)
        return Measure(
            comparator=match.comparator,
            value=match.value,
            upper=match.upper,
            mask=match.mask,
            unit=match.unit,
            per=match.per,  # type: ignore[arg-type]
            subject=_subject(text, match),
            topic=topic,
            implied=match.implied,
            per_year=self._per_year(match, topic),
            evidence=evidence,
        )

    def _per_year(self, match: MeasureMatch, topic: str | None) -> Decimal | None:
        if match.upper is not None:
            return None
        return per_year(match.value, unit=match.unit, per=match.per, topic=topic, term_months=self.context.term_months)

    def _cite(self, flow: Flow, match: MeasureMatch) -> Evidence:
        """Quote the clause of a measure; without its tail where the ruling of a drawn table runs through it."""
        first, last = match.clause_start, match.clause_end
        quote = self._quote(flow.slice(first, last))
        for start, end in ((first, match.end), (match.figure, last), (match.figure, match.end), (first, match.digits)):
            if "|" not in quote.quote:
                break
            quote = self._quote(flow.slice(start, end))
        return quote

    def _quote(self, flow: Flow) -> Evidence:
        return self.context.document.evidence(flow.whole, _RULE)


_EACH = re.compile(
    r"每(?:一)?(?:个)?(?!月|季|周|年|半年|天|日)[一-龥]{1,6}?(?=每|全年|[,;。\d*]|不|至|配|由|开|参|的|服|面|时|投|回)"
)
_NOUN = re.compile(r"[^,;。:、()\d*]{2,16}$")


def _subject(text: str, match: MeasureMatch) -> str:
    """What each unit is about: 每站, 每例; else the noun before the figure."""
    if match.implied or match.clause_end > len(text):
        return ""
    each = _EACH.search(text, match.clause_start, match.start)
    if each:
        return each.group()
    noun = _NOUN.search(text[match.clause_start : match.start])
    return noun.group() if noun else ""
