"""``tender-kit compare``: notices, or the lots of a notice, side by side."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words

if TYPE_CHECKING:
    from tender_kit.models.comparison import Comparison, RowGroup


class Format(StrEnum):
    """How a comparison is put out; xlsx and docx only into a file."""

    VIEW = "view"
    JSON = "json"
    MD = "md"
    CSV = "csv"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""
    say, spoken = words.say, Lang(words.language)

    @program.command("compare", help=say("help_compare"))
    def compare(
        files: Annotated[list[str], typer.Argument(metavar="FILE…|DIR|-", help=say("help_files"), show_default=False)],
        only: Annotated[str, typer.Option("--only", help=say("help_only"), show_default=False)] = "",
        diff: Annotated[bool, typer.Option("--diff", help=say("help_diff"), show_default=False)] = False,
        lots: Annotated[bool, typer.Option("--lots/--no-lots", help=say("help_lots"))] = True,
        versions: Annotated[
            bool | None, typer.Option("--versions/--no-versions", help=say("help_versions"), show_default=False)
        ] = None,
        format: Annotated[
            Format | None, typer.Option("--format", "-f", help=say("help_format_table"), show_default=False)
        ] = None,
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("help_out"), show_default=False)] = None,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        spoken_words = load_words(lang.value)
        groups = _groups(only, spoken_words)
        _check_format(format, out, spoken_words)
        run(files, format, out, spoken_words, groups, diff=diff, by_lot=lots, versions=versions)


def _groups(only: str, words: Words) -> "list[RowGroup]":
    """Read ``--only money,staffing`` or ``--only 金额,人员配备``; leave with 2 and the nearest names where one is wrong."""
    from tender_kit.analysis.compare.selection import find_group, near_groups
    from tender_kit.app.cli.outcome import refuse

    names = [name for name in only.replace("，", ",").replace("、", ",").split(",") if name.strip()]
    wrong = next((name for name in names if find_group(name) is None), None)
    if wrong is not None:
        refuse(words.say("unknown_group", group=wrong.strip(), near=", ".join(near_groups(wrong))))
    return [group for name in names if (group := find_group(name))]


def _check_format(format: Format | None, out: Path | None, words: Words) -> None:
    """Refuse to write an office file to the terminal before anything is read."""
    from tender_kit.app.cli.outcome import refuse

    if out is None and format in (Format.XLSX, Format.DOCX):
        refuse(words.say("needs_out", format=format.value))


def run(
    files: list[str],
    format: Format | None,
    out: Path | None,
    words: Words,
    groups: "list[RowGroup]",
    *,
    diff: bool,
    by_lot: bool,
    versions: bool | None,
) -> None:
    """Read the files, set them side by side and put out the rows that are asked for."""
    from tender_kit.analysis.compare import compare
    from tender_kit.analysis.compare.selection import select_rows
    from tender_kit.app.cli.inputs import read_some
    from tender_kit.app.cli.outcome import refuse

    notices, reading = read_some(files, words)
    table = compare(notices, by_lot=by_lot, versions=versions, language=words.language)
    if len(table.columns) < 2 and not reading.failures:
        refuse(words.say("two_inputs"))
    selected = select_rows(table, only=groups, diff=diff)
    if table.rows and not selected.rows:
        typer.echo(words.say("no_rows_left"), err=True)
    _put_out(selected, format, out, words)
    reading.finish()


def _put_out(table: "Comparison", format: Format | None, out: Path | None, words: Words) -> None:
    from tender_kit.app.cli.outcome import write
    from tender_kit.app.cli.terminal import output, show_report
    from tender_kit.export import render
    from tender_kit.export.comparison_report import report_for_width

    is_view = format in (None, Format.VIEW)
    if out is not None:
        write(table, out.suffix if is_view else f".{format}", out, words)
    elif is_view:
        console = output()
        show_report(report_for_width(table, words, console.width), console)
    else:
        typer.echo(render(table, f".{format}", language=words.language), nl=False)
