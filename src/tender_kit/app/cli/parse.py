"""``tender-kit parse``: read notices and show or write what they say."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words

if TYPE_CHECKING:
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
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        run(files, format, out, load_words(lang.value))


def run(files: list[str], format: Format | None, out: Path | None, words: Words) -> None:
    """Read the files and put them out; JSON lines are written as they are read."""
    from tender_kit.app.cli.inputs import Reading, read_some

    if format is Format.JSONL and out is None:
        reading = Reading(words)
        for notice in reading.read_each(files):
            typer.echo(notice.model_dump_json())
        reading.finish()
    notices, reading = read_some(files, words)
    if out is not None:
        _write(notices, format, out, words)
    else:
        _show(notices, format, words)
    reading.finish()


def _write(notices: "list[Notice]", format: Format | None, out: Path, words: Words) -> None:
    from tender_kit.app.cli.outcome import write

    suffix = f".{format.value}" if format in (Format.JSON, Format.JSONL) else out.suffix
    is_one = len(notices) == 1 and format is not Format.TABLE and suffix != ".jsonl"
    write(notices[0] if is_one else notices, suffix, out, words)


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
