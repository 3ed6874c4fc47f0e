"""What a check of a screening is, what it answers, and how its examples are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.profile import Profile
from tender_kit.models.screening import Verdict

if TYPE_CHECKING:
    from tender_kit.analysis.screening.bid import Bid

Said = tuple[str, str]
"""A sentence in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check says to one demand. Evidence is empty only where ``why`` says why there is none."""

    verdict: Verdict
    why: Said
    evidence: tuple[Evidence, ...] = ()
    to_do: Said = ("", "")
    challengeable: bool = False
    decisive: bool | None = None
    """None: as the check is."""


@dataclass(frozen=True, slots=True)
class Example:
    """A notice in a few words, what the profile says besides the usual, and the verdicts that follow.

    ``clause`` stands as a qualification clause in a notice of its own; ``text`` is a whole notice instead.
    ``profile`` overrides the profile of the examples by dotted path (``organisation.form``).
    """

    verdicts: tuple[Verdict, ...]
    clause: str = ""
    text: str = ""
    profile: Mapping[str, Any] = field(default_factory=dict)
    on: str = "2026-03-02"


@dataclass(frozen=True, slots=True, eq=False)
class ScreenCheck:
    """One question put to a notice on behalf of an organisation.

    ``claims`` are the wordings of qualification statements that it answers for; it must answer each of them. What no
    check claims is shown to the reader as it stands. ``fields`` are the fields of the profile that it looks at.
    ``of_lot``: whether its answer may differ between the lots of a notice.
    """

    code: str
    title: str
    title_en: str
    why: str
    source: str
    fields: tuple[str, ...]
    look: Callable[[Bid, Profile], Iterable[Answer]]
    examples: tuple[Example, ...]
    claims: re.Pattern[str] | None = None
    decisive: bool = True
    of_lot: bool = True


_STATES = {
    "masked": ("被遮蔽", "hidden in this copy"),
    "unread": ("未能读懂", "there but not understood"),
    "ambiguous": ("有互相矛盾的写法", "given in contradictory ways"),
    "absent": ("没有写", "not stated"),
}
SEE_ORIGINAL: Said = ("核对原公告或采购文件", "Check the original notice or the documents")


def meets(zh: str, en: str, evidence: tuple[Evidence, ...] = (), *, to_do: Said = ("", "")) -> Answer:
    """Answer that the demand is met."""
    return Answer("meets", (zh, en), evidence, to_do)


def fails(
    zh: str,
    en: str,
    evidence: tuple[Evidence, ...] = (),
    *,
    to_do: Said = ("", ""),
    challengeable: bool = False,
    decisive: bool | None = None,
) -> Answer:
    """Answer that it is not met."""
    return Answer("fails", (zh, en), evidence, to_do, challengeable, decisive)


def unsure(
    zh: str,
    en: str,
    evidence: tuple[Evidence, ...] = (),
    *,
    to_do: Said = SEE_ORIGINAL,
    challengeable: bool = False,
    decisive: bool | None = None,
) -> Answer:
    """Answer that it cannot be told."""
    return Answer("cannot_tell", (zh, en), evidence, to_do, challengeable, decisive)


def not_read(zh: str, en: str, reading: Reading[Any], *, decisive: bool | None = None) -> Answer:
    """Answer for a fact that the notice hides, contradicts or words in a way that is not understood."""
    state, state_en = _STATES[reading.state]
    rivals = tuple(e for candidate in reading.candidates for e in candidate.evidence)
    return unsure(f"{zh}{state}。", f"{en}: {state_en}.", reading.evidence or rivals, decisive=decisive)


def not_filled(name: str, zh: str, en: str, evidence: tuple[Evidence, ...] = (), *, decisive: bool | None = None) -> Answer:
    """Answer for a demand that the profile does not say enough about; ``name`` is the field to fill in."""
    to_do = (f"在档案中填写 {name}", f"Fill in {name} in the profile")
    return unsure(f"{zh},档案没有填写。", f"{en}; the profile does not say.", evidence, to_do=to_do, decisive=decisive)
