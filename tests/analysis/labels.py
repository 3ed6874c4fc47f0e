"""Judgements of a reader about clauses of the corpus, and the text of the cases that they quote."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tender_kit.document.build import build_document

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
_SPACE = re.compile(r"\s+")
# A break of pages runs through a sentence; its number and the running title are no part of what is quoted.
_PAGE_BREAK = re.compile(r"\n\s*(?:-\s*\d+\s*-|第\s*\d+\s*页)\s*\n(?:[^\n。;]*用户需求书\n)?")


def entries_of(name: str, table: str) -> list[dict[str, Any]]:
    """The entries of one file of labels."""
    with (HERE / name).open("rb") as file:
        return tomllib.load(file)[table]  # type: ignore[no-any-return]


def squeeze(text: str) -> str:
    """A text without its white space."""
    return _SPACE.sub("", text)


@cache
def text_of(case: str) -> str:
    """The words of a case, without white space and breaks of pages."""
    (source,) = (CORPUS / case).glob("source.*")
    return squeeze(_PAGE_BREAK.sub("", build_document(source.read_bytes(), uri=source.name).text))


def stands_in(quote: str, case: str) -> bool:
    """Whether a case says a quote to the letter."""
    return squeeze(quote) in text_of(case)
