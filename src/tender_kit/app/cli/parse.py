"""``tender-kit parse``: read notices and show or write what they say."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words

if TYPE_CHECKING:
    from tender_kit.app.cli.inputs import Reading
    from tender_kit.models.notice import Notice


class Format(StrEnum):
    """How notices are put out."""

    VIEW = "view"
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""
    say, spoken = words.say, Lang(words.language)

    @program.command("parse", help=say("help_parse"))
    def parse(
        files: Annotated[list[str], typer.Argument(metavar="FILE…|DIR|-", help=say("help_files"), show_default=False)],
        format: Annotated[Format | None, typer.Option("--format", "-f", help=say("help_format"), show_default=False)] = None,
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("help_out"), show_default=False)] = None,
        resume: Annotated[bool, typer.Option("--resume", help=say("help_resume"))] = False,
        failures: Annotated[Path | None, typer.Option("--failures", help=say("help_failures"), show_default=False)] = None,
        workers: Annotated[int | None, typer.Option("--workers", min=1, help=say("help_workers"), show_default=False)] = None,
        seconds: Annotated[float | None, typer.Option("--seconds", min=1, help=say("help_seconds"), show_default="300")] = None,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        from tender_kit.app.cli.inputs import Reading

        reading = Reading(load_words(lang.value), workers=workers, seconds=seconds, failures_to=failures)
        run(files, format, out, reading, resume=resume)


def run(files: list[str], format: Format | None, out: Path | None, reading: "Reading", *, resume: bool) -> None:
    """Read the files and put them out; JSON lines are written as they are read."""
    from tender_kit.app.cli.inputs import read_some
    from tender_kit.app.cli.lines import show_lines, write_lines_of
    from tender_kit.app.cli.outcome import check_output, refuse, write

    words = reading.words
    suffix = f".{format.value}" if format in (Format.JSON, Format.JSONL) else out.suffix.lower() if out else ""
    if resume and (out is None or suffix != ".jsonl"):
        refuse(words.say("resume_what"))
    check_output(out, files, words, suffix=suffix or None)
    check_output(reading.failures_to, files, words, suffix="")
    if suffix != ".jsonl":
        notices, _ = read_some(files, words, reading=reading)
        if out is None:
            _show(notices, format, words)
        else:
            write(notices[0] if len(notices) == 1 and format is not Format.TABLE else notices, suffix, out, words)
    elif out is None:
        show_lines(files, reading)
    else:
        write_lines_of(files, out, reading, resume=resume)
    reading.finish()


def _show(notices: "list[Notice]", format: Format | None, words: Words) -> None:
    from tender_kit.app.cli.terminal import output, show_report
    from tender_kit.export import make_report, render

    if format is Format.JSON:
        value = notices[0] if len(notices) == 1 else notices
        typer.echo(render(value, ".json"), nl=False)
    elif format is Format.TABLE or (format is None and len(notices) > 1):
        show_report(make_report(notices, words), output())
    else:
        for notice in notices:
            show_report(make_report(notice, words), output())
