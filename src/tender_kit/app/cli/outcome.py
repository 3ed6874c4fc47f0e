"""How a command ends: with a value shown or written, or with a word on wrong use."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import typer

from tender_kit.app.cli.terminal import clean, output, show_report
from tender_kit.core.errors import TenderKitError
from tender_kit.export import Exportable, make_report, render, write_whole
from tender_kit.vocab.words import Words


def refuse(error: Exception | str) -> NoReturn:
    """Say what is wrong on stderr and leave with 2."""
    typer.echo(clean(str(error)), err=True)
    raise typer.Exit(2)


def put_out(value: Exportable, out: Path | None, words: Words, *, as_json: bool) -> None:
    """Write a value to a file by its suffix, or show it."""
    if out is not None:
        write(value, ".json" if as_json else out.suffix, out, words)
    elif as_json:
        typer.echo(render(value, ".json"), nl=False)
    else:
        show_report(make_report(value, words), output())


def write(value: Exportable, suffix: str, out: Path, words: Words) -> None:
    """Write a value in the format of ``suffix``; leave with 2 where that is not possible."""
    try:
        write_whole(out, render(value, suffix, language=words.language), language=words.language)
    except TenderKitError as error:
        refuse(error)
    typer.echo(words.say("written", path=out), err=True)
