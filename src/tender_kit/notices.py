"""Many notices at once: a sequence that reads files and folders, and gives tables for analysts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, overload

from tender_kit.analysis.facts import check_names, number_names, unique_names
from tender_kit.batch.files import PathName
from tender_kit.batch.many import read_many
from tender_kit.batch.results import Failure
from tender_kit.core.errors import TenderKitError
from tender_kit.document.sources.limits import Limits
from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_notice
from tender_kit.vocab.words import Language, load_words

if TYPE_CHECKING:
    import pandas as pd

    from tender_kit.analysis.frames import Figures


class Notices(Sequence[Notice]):
    """Notices in order, with the sources that could not be read in ``failures``.

    ``names`` are short and unique, made from the file names unless they are given; the frames carry them as ``notice``.
    Slices keep their names, so that frames of a part and of the whole can be joined.

    Every frame has the same columns with the same types for any notices, none included. What is masked, unread,
    ambiguous or absent is missing in the column of the value and told apart in its ``_state`` column; ``_mask`` keeps the
    shape of what is hidden. Days are ``_day``; ``_at`` is filled only where the time of day is stated. ``figures``
    keeps ``Decimal`` or converts to float.
    """

    def __init__(
        self, notices: Iterable[Notice] = (), *, names: Iterable[str] | None = None, failures: Iterable[Failure] = ()
    ) -> None:
        self._notices = tuple(notices)
        self.names = unique_names(self._notices) if names is None else tuple(names)
        self.failures = tuple(failures)
        check_names(self.names, len(self._notices))

    @classmethod
    def read(cls, sources: PathName | Iterable[PathName], *, limits: Limits | None = None, language: Language = "zh") -> Notices:
        """Read files and folders in order; what cannot be read is kept in ``failures`` and stops nothing.

        Raises:
            TenderKitError: not one notice could be read.
        """
        read = partial(read_notice, limits=limits) if limits else read_notice
        found = list(read_many(sources, read, workers=1, language=language))
        notices = [parsed.notice for parsed in found if parsed.notice is not None]
        failures = [parsed.failure for parsed in found if parsed.failure is not None]
        if not notices:
            reasons = "\n".join(f"{failure.source}: {failure.reason}" for failure in failures[:5])
            raise TenderKitError("\n".join(filter(None, (load_words(language).say("nothing_read"), reasons))))
        return cls(notices, failures=failures)

    def named_by_place(self) -> Notices:
        """Give the same notices under the names of their districts or cities; one without a place keeps its name."""
        wanted = [_place(one) or name for one, name in zip(self, self.names, strict=True)]
        return Notices(self, names=number_names(wanted), failures=self.failures)

    def __len__(self) -> int:
        return len(self._notices)

    @overload
    def __getitem__(self, index: int) -> Notice: ...
    @overload
    def __getitem__(self, index: slice) -> Notices: ...
    def __getitem__(self, index: int | slice) -> Notice | Notices:
        if isinstance(index, int):
            return self._notices[index]
        return Notices(self._notices[index], names=self.names[index])

    def __iter__(self) -> Iterator[Notice]:
        return iter(self._notices)

    def __add__(self, other: Iterable[Notice]) -> Notices:
        more = other if isinstance(other, Notices) else Notices(other)
        names = self.names + unique_names(more, taken=self.names)
        return Notices((*self, *more), names=names, failures=(*self.failures, *more.failures))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Notices) and (self._notices, self.failures) == (other._notices, other.failures)

    def __hash__(self) -> int:
        return hash((self._notices, self.failures))

    def __repr__(self) -> str:
        failed = f", {len(self.failures)} failures" if self.failures else ""
        return f"<Notices: {len(self)}{failed}>"

    def _repr_html_(self) -> str:
        from tender_kit.export.snippet import show_notices

        named = list(zip(self.names, self, strict=True))
        return show_notices(named, [(failure.source, failure.reason) for failure in self.failures])

    def to_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each notice: its single facts with their states, and how much it has of everything else."""
        return self._frame("notices", figures)

    def facts_frame(self) -> pd.DataFrame:
        """A line for each single fact, absent ones too: state, value in words, mask, rival values, quote and its place."""
        return self._frame("facts", "decimal")

    def lots_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each lot; a notice that is not split has none."""
        return self._frame("lots", figures)

    def qualifications_frame(self) -> pd.DataFrame:
        """A line for each qualification clause, with the papers that prove it."""
        return self._frame("qualifications", "decimal")

    def requirements_frame(self) -> pd.DataFrame:
        """A line for each requirement clause, with its topic and the number of its measures."""
        return self._frame("requirements", "decimal")

    def measures_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each quantified obligation, with the clause that it stands in (``clause_…``)."""
        return self._frame("measures", figures)

    def score_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each row of a score table, with its table and its group."""
        return self._frame("score", figures)

    def score_rules_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each scoring rule: what earns or loses points."""
        return self._frame("score_rules", figures)

    def payments_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each instalment."""
        return self._frame("payments", figures)

    def items_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each item of the tables of goods and services."""
        return self._frame("items", figures)

    def awards_frame(self, *, figures: Figures = "decimal") -> pd.DataFrame:
        """A line for each winner or ranked candidate."""
        return self._frame("awards", figures)

    def findings_frame(self) -> pd.DataFrame:
        """A line for each finding: what the reader of the notice has to know."""
        return self._frame("findings", "decimal")

    def evidence_frame(self) -> pd.DataFrame:
        """A line for each quote: the path of what rests on it, its place in the text, its words, the rule."""
        return self._frame("evidence", "decimal")

    def _frame(self, kind: str, figures: Figures) -> pd.DataFrame:
        from tender_kit.analysis.frames import Named, notices_frame

        return notices_frame(kind, map(Named, self.names, self), figures=figures)


def _place(notice: Notice) -> str | None:
    region = notice.region.value
    return (region.district or region.city or region.province) if region else None
