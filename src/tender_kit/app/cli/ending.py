"""The end of a command that something stops: one sentence that says what to do, and the right exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

import typer

from tender_kit.core.errors import TenderKitError
from tender_kit.vocab.words import Words

# What a shell says of a program that was ended by SIGINT, and by SIGPIPE.
INTERRUPTED = 130
PIPE_CLOSED = 141


@contextmanager
def one_sentence(words: Words) -> Iterator[None]:
    """End whatever stops a command with one sentence and its exit code: Ctrl-C, a closed pipe, an output that breaks."""
    try:
        try:
            yield
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except KeyboardInterrupt:
        leave(words.say("interrupted"), INTERRUPTED)
    except BrokenPipeError:
        leave("", PIPE_CLOSED)
    except TenderKitError as error:
        leave(error.english if words.language == "en" else error.message, 2)
    except OSError as error:
        leave(words.say("output_broke", reason=words.os_error(error)), 2)


def leave(sentence: str, code: int) -> NoReturn:
    """Say the last word on stderr and leave. What is left in stdout must not be tried again: it may be what broke."""
    with suppress(OSError, ValueError, AttributeError):  # a stdout that is closed, or none of the system's
        place = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), place)
    with suppress(OSError):
        if sentence:
            typer.echo(sentence, err=True)
    sys.exit(code)
