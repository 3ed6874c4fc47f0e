"""Notices as JSON lines: to stdout as they come, or to a file that a later run can go on with."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import typer

from tender_kit.app.cli.ending import INTERRUPTED, leave
from tender_kit.app.cli.inputs import Reading
from tender_kit.batch.lines import part_of, write_lines


def show_lines(files: Sequence[str], reading: Reading) -> None:
    """Print a line for each notice as soon as its turn comes."""
    with closing(reading.read_each(files)) as found:
        for parsed in found:
            typer.echo(parsed.line)


def write_lines_of(files: Sequence[str], out: Path, reading: Reading, *, resume: bool) -> None:
    """Write a line for each notice; whatever stops the run, what was read is kept beside ``out``."""
    paths, words, part = reading.find(files), reading.words, part_of(out)
    steps = write_lines(paths, out, reading.parse, resume=resume)
    try:
        with closing(steps), reading.progress() as advance:
            for step in steps:
                advance(step.done, step.failure)
    except KeyboardInterrupt:
        leave(words.say("interrupted_kept", part=part) if part.exists() else words.say("interrupted"), INTERRUPTED)
    except OSError as error:
        message = "write_stopped" if part.exists() else "export_failed"
        leave(words.say(message, part=part, path=out, reason=words.os_error(error)), 2)
    if step.reused:
        typer.echo(words.say("reused", count=step.reused), err=True)
    if len(reading.failures) < reading.total:
        typer.echo(words.say("written", path=out), err=True)
