"""The kinds of qualification clauses, and the papers that usually prove each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tender_kit.vocab.load import read_toml

_HEAD = 200


@dataclass(frozen=True, slots=True)
class UsualProof:
    """A paper that proves a kind of clause, and the law that names it (``custom``: only use does)."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class QualificationKind:
    """A kind of clause. ``basis`` is what it rests on where its heading does not say."""

    id: str
    zh: str
    en: str
    basis: Literal["statutory", "policy", "specific"]
    pattern: re.Pattern[str] | None
    proofs: tuple[UsualProof, ...]
    source: str


@cache
def qualification_kinds() -> Mapping[str, QualificationKind]:
    """Load the kinds by id, in order of precedence; the last is ``other``."""
    found = {}
    for entry in read_toml("qualification_kinds.toml")["kind"]:
        found[entry["id"]] = QualificationKind(
            id=entry["id"],
            zh=entry["zh"],
            en=entry["en"],
            basis=entry["basis"],
            pattern=re.compile("|".join(entry["patterns"])) if entry["patterns"] else None,
            proofs=tuple(UsualProof(**proof) for proof in entry["proofs"]),
            source=entry["source"],
        )
    return found


def kind_of_clause(text: str) -> QualificationKind:
    """Tell the kind of a clause by its words, folded; its first 200 characters are asked.

    >>> kind_of_clause("具有良好的商业信誉和健全的财务会计制度").id
    'finance'
    >>> kind_of_clause("评估等级为3A级及以上的社会组织").id
    'rating'
    """
    kinds = qualification_kinds()
    head = text[:_HEAD]
    return next((kind for kind in kinds.values() if kind.pattern and kind.pattern.search(head)), kinds["other"])
