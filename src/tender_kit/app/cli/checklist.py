"""``tender-kit checklist``: what a bid has to answer, prove and hand in."""

from pathlib import Path
from typing import Annotated

import typer

from tender_kit.app.cli.formats import Format
from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""
    say, spoken = words.say, Lang(words.language)

    @program.command("checklist", help=say("help_checklist"))
    def checklist(
        file: Annotated[str, typer.Argument(metavar="FILE|-", help=say("help_file"), show_default=False)],
        format: Annotated[Format, typer.Option("--format", "-f", help=say("help_format_one"))] = Format.VIEW,
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("help_out"), show_default=False)] = None,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        run(file, format, out, load_words(lang.value))


def run(file: str, format: Format, out: Path | None, words: Words) -> None:
    """Read the file and make its checklist."""
    from tender_kit.analysis.checklist import checklist
    from tender_kit.app.cli.inputs import read_one
    from tender_kit.app.cli.outcome import check_output, put_out

    check_output(out, [file], words)
    put_out(checklist(read_one(file, words), language=words.language), out, words, as_json=format is Format.JSON)
