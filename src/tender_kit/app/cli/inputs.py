"""From arguments to notices: files, folders and the pipe; a file that cannot be read never stops the run."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NoReturn

import typer
from pydantic_core import to_json
from rich.progress import Progress

from tender_kit.app.cli.limits import chosen_limits
from tender_kit.app.cli.outcome import write_bytes
from tender_kit.app.cli.terminal import clean, messages
from tender_kit.batch.files import expand
from tender_kit.batch.many import SECONDS, read_many
from tender_kit.batch.results import Failure, Parsed
from tender_kit.document.sources.limits import Limits
from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_notice
from tender_kit.vocab.words import Words

# A process takes as long to start as some fifty notices take to read.
MANY = 50
# Files in which portals hand out notices too, and which are read only once they are converted.
CLOSED = {".doc", ".wps", ".rtf", ".xls", ".ofd", ".mht", ".mhtml", ".zip", ".rar", ".7z"}
CLOSED |= {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"}


@dataclass
class Reading:
    """One run over some files: how they are read, what could not be read, and the exit code that follows."""

    words: Words
    workers: int | None = None
    seconds: float | None = None
    failures_to: Path | None = None
    failures: list[Failure] = field(default_factory=list)
    total: int = 0
    has_pipe: bool = False

    def read_each(self, arguments: Sequence[str]) -> Generator[Parsed, None, None]:
        """Yield what was read of files, folders and ``-``, in order; failures are kept for the end."""
        paths = self.find(arguments)
        with self.progress() as advance, closing(self.parse(paths)) as found:
            for done, parsed in enumerate(found, start=1):
                advance(done, parsed.failure)
                if parsed.failure is None:
                    yield parsed

    def find(self, arguments: Sequence[str]) -> list[str]:
        """List the files that the arguments stand for, and say how many in the folders cannot be read."""
        paths = [path for argument in arguments for path in (["-"] if argument == "-" else expand(argument))]
        self.total, self.has_pipe = len(paths), "-" in paths
        closed = Counter(suffix for argument in arguments for suffix in _closed_files(argument))
        if closed:
            kinds = ", ".join(f"{suffix} × {count}" for suffix, count in sorted(closed.items()))
            typer.echo(self.words.say("left_out", count=closed.total(), kinds=kinds), err=True)
        return paths

    def parse(self, paths: Iterable[str]) -> Generator[Parsed, None, None]:
        """Read the files that ``find`` has listed, or some of them: many in processes, few and the pipe in this one."""
        if self.has_pipe or self.workers == 1 or (self.workers is None and self.total < MANY):
            return read_many(paths, _read, workers=1, language=self.words.language)
        seconds, limits = self.seconds or SECONDS, chosen_limits()
        read = partial(read_notice, limits=limits) if limits else read_notice
        return read_many(paths, read, workers=self.workers, seconds=seconds, language=self.words.language)

    @contextmanager
    def progress(self) -> Iterator[Callable[[int, Failure | None], None]]:
        """Show a bar on stderr; give what moves it on and keeps the failures."""
        console = messages()
        with Progress(console=console, transient=True, disable=self.total < 2 or not console.is_terminal) as bar:
            task = bar.add_task(self.words.say("progress"), total=self.total)

            def advance(done: int, failure: Failure | None) -> None:
                bar.update(task, completed=done)
                if failure is not None:
                    self.failures.append(failure)

            yield advance

    def finish(self) -> NoReturn:
        """List what failed and leave: 0 when all were read, 1 when some were not."""
        self.tell()
        raise typer.Exit(1 if self.failures else 0)

    def tell(self) -> None:
        """List what failed, on stderr and in the file for it."""
        if self.failures_to is not None:
            rows = (to_json({"source": failure.source, "reason": failure.reason}) for failure in self.failures)
            write_bytes(b"".join(row + b"\n" for row in rows), self.failures_to, self.words)
        if self.failures and self.total > 1:
            typer.echo(self.words.say("failed_total", failed=len(self.failures), total=self.total), err=True)
        for failure in self.failures:
            typer.echo(clean(f"{failure.source}: {failure.reason}"), err=True)


def _read(path: Path) -> Notice:
    """Read a file, or the pipe: no more of that than a source may have."""
    limits = chosen_limits() or Limits()
    if str(path) == "-":
        return read_notice(sys.stdin.buffer.read(limits.bytes + 1), uri="-", limits=limits)
    return read_notice(path, limits=limits)


def _closed_files(argument: str) -> Iterator[str]:
    folder = Path(argument or "-")
    if folder.is_dir():
        suffixes = (path.suffix.lower() for path in folder.rglob("*") if not path.name.startswith((".", "~$")))
        yield from (suffix for suffix in suffixes if suffix in CLOSED)


def read_some(arguments: Sequence[str], words: Words, *, reading: Reading | None = None) -> tuple[list[Notice], Reading]:
    """Read all of some files; leave at once where none could be read."""
    reading = reading or Reading(words)
    notices = [parsed.notice for parsed in reading.read_each(arguments) if parsed.notice is not None]
    if not notices:
        reading.finish()
    return notices, reading


def read_one(argument: str, words: Words) -> Notice:
    """Read one file, or leave with the sentence that says why it could not be read."""
    return read_some([argument], words)[0][0]
