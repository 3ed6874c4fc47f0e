"""From arguments to notices: files, folders and the pipe; a file that cannot be read never stops the run."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import typer
from rich.progress import Progress

from tender_kit.app.cli.limits import chosen_limits
from tender_kit.app.cli.terminal import clean, messages
from tender_kit.core.errors import TenderKitError
from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_notice
from tender_kit.vocab.words import Words

SUFFIXES = (".html", ".htm", ".txt", ".md", ".docx", ".xlsx", ".pdf")


@dataclass
class Reading:
    """One run over some files: what could not be read, and the exit code that follows."""

    words: Words
    failures: list[tuple[str, str]] = field(default_factory=list)
    total: int = 0

    def read_each(self, arguments: Sequence[str]) -> Iterator[Notice]:
        """Yield the notices of files, folders and ``-`` in order; failures are kept for the end."""
        paths = list(self._expand(arguments))
        self.total += len(paths)
        with Progress(console=messages(), transient=True, disable=len(paths) < 2) as progress:
            task = progress.add_task(self.words.say("progress"), total=len(paths))
            for path in paths:
                notice = self._read(path)
                progress.advance(task)
                if notice is not None:
                    yield notice

    def _expand(self, arguments: Sequence[str]) -> Iterator[str]:
        for argument in arguments:
            path = Path(argument)
            if argument == "-" or not path.is_dir():
                yield argument
                continue
            inside = sorted(str(p) for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            if not inside:
                self.total += 1
                self.failures.append((argument, self.words.say("empty_folder", suffixes=" ".join(SUFFIXES))))
            yield from inside

    def _read(self, path: str) -> Notice | None:
        try:
            source = sys.stdin.buffer.read() if path == "-" else Path(path)
            return read_notice(source, uri="-" if path == "-" else "", limits=chosen_limits())
        except (FileNotFoundError, NotADirectoryError):
            reason = self.words.say("missing_file")
        except OSError as error:
            reason = self.words.say("unreadable_file", reason=error.strerror or type(error).__name__)
        except TenderKitError as error:
            reason = str(error).removeprefix(f"{path}:") if path == "-" or Path(path).exists() else self.words.say("missing_file")
        except Exception as error:  # one notice that breaks a rule of ours must not cost the other files of the run
            reason = self.words.say("broken", kind=type(error).__name__, detail=str(error)[:200])
        self.failures.append((path, reason))
        return None

    def finish(self) -> NoReturn:
        """List what failed and leave: 0 when all were read, 1 when some were not."""
        if not self.failures:
            raise typer.Exit(0)
        if self.total > 1:
            typer.echo(self.words.say("failed_total", failed=len(self.failures), total=self.total), err=True)
        for path, reason in self.failures:
            typer.echo(clean(f"{path}: {reason}"), err=True)
        raise typer.Exit(1)


def read_some(arguments: Sequence[str], words: Words) -> tuple[list[Notice], Reading]:
    """Read all of some files; leave at once where none could be read."""
    reading = Reading(words)
    notices = list(reading.read_each(arguments))
    if not notices:
        reading.finish()
    return notices, reading


def read_one(argument: str, words: Words) -> Notice:
    """Read one file, or leave with the sentence that says why it could not be read."""
    return read_some([argument], words)[0][0]
