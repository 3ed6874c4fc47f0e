"""``tender-kit compare``: notices, or the lots of a notice, side by side."""

from pathlib import Path
from typing import Annotated

import typer

from tender_kit.app.cli.formats import Format
from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""
    say, spoken = words.say, Lang(words.language)

    @program.command("compare", help=say("help_compare"))
    def compare(
        files: Annotated[list[str], typer.Argument(metavar="FILE…|DIR|-", help=say("help_files"), show_default=False)],
        lots: Annotated[bool, typer.Option("--lots/--no-lots", help=say("help_lots"))] = True,
        format: Annotated[Format, typer.Option("--format", "-f", help=say("help_format_one"))] = Format.VIEW,
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("help_out"), show_default=False)] = None,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        run(files, format, out, load_words(lang.value), by_lot=lots)


def run(files: list[str], format: Format, out: Path | None, words: Words, *, by_lot: bool) -> None:
    """Read the files and set them side by side."""
    from tender_kit.analysis.compare import compare
    from tender_kit.app.cli.inputs import read_some
    from tender_kit.app.cli.outcome import check_output, put_out, refuse

    check_output(out, files, words)
    notices, reading = read_some(files, words)
    table = compare(notices, by_lot=by_lot, language=words.language)
    if len(table.columns) < 2 and not reading.failures:
        refuse(words.say("two_inputs"))
    put_out(table, out, words, as_json=format is Format.JSON)
    reading.finish()
