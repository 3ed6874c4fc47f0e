"""Which language the command line speaks: known before the help texts are made."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tender_kit.vocab.words import LANGUAGES, Language, default_language


class Lang(StrEnum):
    """The languages of the command line."""

    ZH = "zh"
    EN = "en"


def chosen_language(arguments: Sequence[str]) -> Language:
    """Take ``--lang`` from the arguments, else the environment variable, else Chinese.

    >>> chosen_language(["parse", "a.html", "--lang", "en"]), chosen_language(["--lang=en"])
    ('en', 'en')
    """
    wanted: str = default_language()
    for before, argument in zip(["", *arguments], arguments, strict=False):
        if before == "--lang":
            wanted = argument
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return next((language for language in LANGUAGES if language == wanted), "zh")
