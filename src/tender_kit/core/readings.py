"""The type of every single fact: what was read, how surely, and the sentence that it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Literal, TypeVar

from pydantic import Field

from tender_kit.core.model import Model

T = TypeVar("T")

State = Literal["known", "masked", "ambiguous", "unread", "absent"]
Origin = Literal["stated", "reconciled", "derived"]


class Evidence(Model):
    """A quote of the document: ``quote == document.text[start:end]``, always to the letter."""

    start: int = Field(ge=0, description="First code point in Document.text. 起始位置(含)")
    end: int = Field(gt=0, description="Code point after the last one. 结束位置(不含)")
    quote: str = Field(min_length=1, description="The text between them, verbatim. 原文引文")
    rule: str = Field(description="Name of the rule that read it. 读取规则名")


class Candidate(Model, Generic[T]):
    """One of several different values that the document gives for one fact."""

    value: T = Field(description="The value. 候选值")
    evidence: tuple[Evidence, ...] = Field(description="Where it is stated. 依据")


class Reading(Model, Generic[T]):
    """One fact and how it stands with it.

    ``known``: value and evidence. ``masked``: the document hides it, ``mask`` keeps its shape.
    ``ambiguous``: several different values, all in ``candidates``. ``unread``: its label is there,
    no rule understands what follows. ``absent``: the document does not speak of it.
    """

    state: State = Field(default="absent", description="known, masked, ambiguous, unread, absent. 状态")
    value: T | None = Field(default=None, description="The value where known. 值")
    mask: str | None = Field(default=None, description="Shape of a hidden value, as written. 被遮蔽的原样")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Where it was read. 依据原文")
    candidates: tuple[Candidate[T], ...] = Field(default=(), description="Rival values where ambiguous. 候选值")
    origin: Origin = Field(default="stated", description="stated, reconciled, derived. 来源方式")

    @property
    def is_known(self) -> bool:
        """Whether the document gives the value."""
        return self.state == "known"


Severity = Literal["error", "warning", "info"]


class Finding(Model):
    """Something in the document that its reader has to know: a sum that is off, a date out of order, a mask."""

    code: str = Field(description="Code of the check, stable. 检查代码")
    severity: Severity = Field(description="error, warning, info. 严重程度")
    message: str = Field(description="What is the matter, in Chinese. 说明")
    message_en: str = Field(description="The same in English. 英文说明")
    evidence: tuple[Evidence, ...] = Field(default=(), description="The places it speaks of. 依据原文")


def evidence_of(facts: Iterable[object]) -> tuple[Evidence, ...]:
    """Collect the evidence of several readings or models, in their order."""
    return tuple(e for fact in facts for e in getattr(fact, "evidence", ()))
