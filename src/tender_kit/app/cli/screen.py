"""``tender-kit screen``: which notices an organisation may bid for, and why."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words

if TYPE_CHECKING:
    from tender_kit.models.screening import Outcome, Screening, ScreeningTable

FAILED = 3


class Format(StrEnum):
    """How a screening is put out."""

    VIEW = "view"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"


class FailOn(StrEnum):
    """From which outcome on the command fails."""

    NO_GO = "no-go"
    REVIEW = "review"


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""
    say, spoken = words.say, Lang(words.language)

    @program.command("screen", help=say("help_screen"))
    def screen(
        files: Annotated[list[str], typer.Argument(metavar="FILE…|DIR|-", help=say("help_files"), show_default=False)],
        profile: Annotated[Path, typer.Option("--profile", "-p", help=say("help_profile_file"), show_default=False)],
        on: Annotated[
            datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help=say("help_on"), show_default=False)
        ] = None,
        detail: Annotated[bool, typer.Option("--detail", help=say("help_detail"))] = False,
        fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help=say("help_fail_on"), show_default=False)] = None,
        format: Annotated[
            Format | None, typer.Option("--format", "-f", help=say("help_screen_format"), show_default=False)
        ] = None,
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("help_out"), show_default=False)] = None,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        day = on.date() if on else None
        run(files, profile, day, format, out, load_words(lang.value), detail=detail, fail_on=fail_on)


def run(
    files: list[str],
    profile: Path,
    on: date | None,
    format: Format | None,
    out: Path | None,
    words: Words,
    *,
    detail: bool,
    fail_on: FailOn | None,
) -> None:
    """Screen the files and put the result out; leave with 3 where a notice comes to what ``fail_on`` names."""
    from tender_kit.analysis.screening.screen import screen
    from tender_kit.app.cli.inputs import read_some
    from tender_kit.app.cli.outcome import refuse
    from tender_kit.app.cli.profile import read_profile

    if out is None and format in (Format.XLSX, Format.DOCX):
        refuse(words.say("screen_binary", format=format.value))
    organisation = read_profile(profile, words)
    notices, reading = read_some(files, words)
    table = screen(notices, organisation, on=on)
    value = table[0] if len(table) == 1 and reading.total == 1 else table
    _put_out(value, format, out, words, detail=detail)
    if fail_on and table.with_outcome(_failing(fail_on)):
        reading.tell()
        raise typer.Exit(FAILED)
    reading.finish()


def _failing(fail_on: FailOn) -> "tuple[Outcome, ...]":
    return ("no_go",) if fail_on is FailOn.NO_GO else ("no_go", "review")


def _put_out(value: "Screening | ScreeningTable", format: Format | None, out: Path | None, words: Words, *, detail: bool) -> None:
    from tender_kit.app.cli.outcome import write
    from tender_kit.export import render

    if out is not None:
        write(value, f".{format.value}" if format and format is not Format.VIEW else out.suffix, out, words)
    elif format and format is not Format.VIEW:
        typer.echo(render(value, f".{format.value}", language=words.language), nl=False)
    else:
        _show(value, words, detail=detail)


def _show(value: "Screening | ScreeningTable", words: Words, *, detail: bool) -> None:
    """Show a table; with ``detail`` each of its notices after it."""
    from tender_kit.app.cli.terminal import output, show_report
    from tender_kit.export import make_report
    from tender_kit.export.screening_report import brief
    from tender_kit.models.screening import ScreeningTable

    screenings = value.screenings if isinstance(value, ScreeningTable) and detail else ()
    for shown in (value, *screenings):
        show_report(brief(make_report(shown, words), words), output())
