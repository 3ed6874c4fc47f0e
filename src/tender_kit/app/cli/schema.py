"""``tender-kit schema``: the JSON Schema of what the other commands write."""

from enum import StrEnum
from typing import Annotated

import typer

from tender_kit.vocab.words import Words


class Name(StrEnum):
    """The models that have a schema."""

    NOTICE = "notice"
    COMPARISON = "comparison"
    CHECKLIST = "checklist"
    PROFILE = "profile"
    SCREENING = "screening"
    SCREENING_TABLE = "screening_table"


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""

    @program.command("schema", help=words.say("help_schema"))
    def schema(name: Annotated[Name, typer.Argument(help=words.say("help_schema_name"))] = Name.NOTICE) -> None:
        from tender_kit.app.schemas import schema_text

        typer.echo(schema_text(name.value), nl=False)
