"""``tender-kit explain``: where a fact comes from, the sentence in its surroundings with the evidence marked."""

from typing import Annotated

import typer

from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""
    say, spoken = words.say, Lang(words.language)

    @program.command("explain", help=say("help_explain"))
    def explain(
        file: Annotated[str, typer.Argument(metavar="FILE|-", help=say("help_file"), show_default=False)] = "",
        field: Annotated[str, typer.Argument(metavar="FIELD", help=say("help_field"), show_default=False)] = "",
        unread: Annotated[bool, typer.Option("--unread", help=say("help_unread"))] = False,
        fields: Annotated[bool, typer.Option("--fields", help=say("help_fields"))] = False,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        run(file, field, load_words(lang.value), unread=unread, fields=fields)


def run(file: str, field: str, words: Words, *, unread: bool, fields: bool) -> None:
    """Explain one field, or list what is not understood, or list the fields."""
    from tender_kit.app.cli import explanation
    from tender_kit.app.cli.fields import UnknownField, find_places
    from tender_kit.app.cli.inputs import read_one
    from tender_kit.app.cli.outcome import refuse
    from tender_kit.app.cli.terminal import output

    if fields:
        explanation.show_fields(output(), words)
        return
    if not file or not (field or unread):
        refuse(words.say("explain_what"))
    notice = read_one(file, words)
    if unread:
        explanation.show_unread(notice, output(), words)
        return
    try:
        places = find_places(notice, field, words)
    except UnknownField as error:
        refuse(str(error.args[0]))
    explanation.show_places(notice, places, output(), words)
