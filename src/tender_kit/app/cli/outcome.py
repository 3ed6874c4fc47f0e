"""How a command ends: with a value shown or written, or with one sentence on what is wrong and what to do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from tender_kit.app.cli.terminal import clean, output, show_report
from tender_kit.batch.files import expand
from tender_kit.core.errors import TenderKitError
from tender_kit.export import SUFFIXES, Exportable, make_report, render, write_whole
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
        data = render(value, suffix, language=words.language)
    except TenderKitError as error:
        refuse(error)
    write_bytes(data, out, words)


def write_bytes(data: bytes, out: Path, words: Words) -> None:
    """Write a file whole; leave with 2 where that is not possible."""
    try:
        write_whole(out, data, language=words.language)
    except TenderKitError as error:
        refuse(error)
    typer.echo(words.say("written", path=out), err=True)


def check_output(out: Path | None, files: Sequence[str], words: Words, *, suffix: str | None = None) -> None:
    """Leave with 2 before anything is read when the output cannot be written, or would replace a file that is to be read.

    ``suffix`` is the one that decides the format, where it is not that of ``out``; empty: any name will do.
    """
    if out is None:
        return
    suffix = out.suffix.lower() if suffix is None else suffix
    if out.is_dir():
        refuse(words.say("out_is_folder", path=out, example=out / f"notices{suffix or '.xlsx'}"))
    if out.exists() and not out.is_file():
        refuse(words.say("out_is_device", path=out))
    if suffix and suffix not in SUFFIXES:
        refuse(words.say("export_suffix", suffix=suffix or "-", known=" ".join(SUFFIXES)))
    if not out.parent.is_dir():
        refuse(words.say("export_folder", folder=out.parent))
    if not os.access(out.parent, os.W_OK | os.X_OK):
        refuse(words.say("out_is_closed", folder=out.parent))
    if out.exists() and any(os.path.exists(file) and out.samefile(file) for file in expand(files)):
        refuse(words.say("out_is_input", path=out))
