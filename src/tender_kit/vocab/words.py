"""The words that users see, in Chinese and in English: names of fields, values and headings, and whole messages.

They are data (``data/words.toml``, ``data/messages.toml``), so that the terminal, the exports and the
checklists call one thing by one name.
"""

from __future__ import annotations

import errno
import os
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
VARIABLE = "TENDER_KIT_LANG"


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue in one language; call it with a table and a key."""

    language: Language
    entries: dict[tuple[str, str], str]

    def __call__(self, table: str, key: str) -> str:
        """Give a word; a key that the catalogue does not have is shown as it is.

        >>> load_words("en")("field", "schedule.bid_deadline")
        'Bid deadline'
        """
        return self.entries.get((table, key), key)

    def has(self, table: str, key: str) -> bool:
        """Whether the catalogue has a word for it."""
        return (table, key) in self.entries

    def table(self, table: str) -> dict[str, str]:
        """Give all words of one table by key, in their order."""
        return {key: word for (name, key), word in self.entries.items() if name == table}

    def say(self, key: str, **values: object) -> str:
        """Give a message with its values filled in; an unknown key is a mistake of ours.

        >>> load_words("en").say("failed_total", failed=1, total=3)
        '1 of 3 files could not be read:'
        """
        return self.entries["message", key].format(**values)

    def os_error(self, error: OSError) -> str:
        """Say why the system refused something; in its own words where the catalogue has none.

        >>> load_words("en").os_error(OSError(28, "No space left on device"))
        'the disk is full'
        """
        code = errno.errorcode.get(error.errno or 0, "")
        return self("os_error", code) if self.has("os_error", code) else error.strerror or str(error) or type(error).__name__


def default_language() -> Language:
    """Give the language of the environment variable ``TENDER_KIT_LANG``, else Chinese."""
    return next((language for language in LANGUAGES if language == os.environ.get(VARIABLE)), "zh")


@lru_cache(maxsize=2)
def load_words(language: Language) -> Words:
    """Load the catalogue in one language."""
    side = LANGUAGES.index(language)
    entries: dict[tuple[str, str], str] = {}
    for name in ("words.toml", "messages.toml"):
        data = tomllib.loads(files("tender_kit.vocab").joinpath("data", name).read_text("utf-8"))
        for table, rows in data.items():
            entries.update({(table, key): pair[side] for key, pair in rows.items()})
    return Words(language, entries)
