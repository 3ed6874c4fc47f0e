"""Read one file, whatever is in it: the answer is a notice as data, or the sentence that says why not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tender_kit.batch.files import SUFFIXES
from tender_kit.core.errors import TenderKitError
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Language, Words, load_words

Read = Callable[[Path], Notice]


class Answer(NamedTuple):
    """What a reader gives back: plain values, cheap to send. ``reason`` is empty where the notice was read."""

    line: bytes = b""
    text: str = ""
    reason: str = ""


def attempt(read: Read, path: str, language: Language) -> Notice | str:
    """Read a notice, or say why it could not be read and what to do."""
    words = load_words(language)
    if not path:
        return words.say("missing_file")
    try:
        return read(Path(path))
    except (OSError, TenderKitError) as error:
        return _sentence(error, path, words)
    except Exception as error:  # one notice that breaks a rule of ours must not cost the other files of the run
        return _broken(error, words)


def answer(read: Read, path: str, language: Language) -> Answer:
    """Do the same for another process: the notice as data."""
    found = attempt(read, path, language)
    if isinstance(found, str):
        return Answer(reason=found)
    try:
        return Answer(found.model_dump_json().encode(), found.document.text if found.document else "")
    except ValueError as error:
        return Answer(reason=_broken(error, load_words(language)))


def _broken(error: Exception, words: Words) -> str:
    return words.say("broken", kind=type(error).__name__, detail=str(error)[:200])


def _sentence(error: OSError | TenderKitError, path: str, words: Words) -> str:
    cause = error if isinstance(error, OSError) else error.__cause__
    if isinstance(cause, FileNotFoundError | NotADirectoryError):
        return words.say("missing_file")
    if Path(path).is_dir() and os.access(path, os.R_OK | os.X_OK):
        return words.say("empty_folder", suffixes=" ".join(SUFFIXES))
    if isinstance(cause, OSError):
        return words.say("unreadable_file", reason=words.os_error(cause))
    message = error.english if isinstance(error, TenderKitError) and words.language == "en" else str(error)
    return message.removeprefix(f"{path}:")
