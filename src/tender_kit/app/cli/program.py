"""The program: its commands with their help. What a command does is loaded only when it runs."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from tender_kit.app.cli import checklist, compare, explain, parse, profile, schema, screen
from tender_kit.app.cli.ending import one_sentence
from tender_kit.app.cli.limits import choose_limits
from tender_kit.vocab.words import Language, Words, load_words


def build_program(language: Language) -> typer.Typer:
    """Make the program with its help in one language."""
    words = load_words(language)
    program = typer.Typer(
        name="tender-kit",
        cls=_group(words),
        help=words.say("help_program"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    program.callback(help=words.say("help_program"))(_options(words))
    for command in (parse, explain, compare, screen, profile, checklist, schema):
        command.register(program, words)
    return program


def _group(words: Words) -> type[TyperGroup]:
    class Program(TyperGroup):
        """All commands end in the same way, whatever stops them; typer itself is silent on Ctrl-C."""

        def invoke(self, ctx: Any) -> Any:
            with one_sentence(words):
                return super().invoke(ctx)

    return Program


def _options(words: Words):  # type: ignore[no-untyped-def]  # a function whose options need their help at hand
    version_help = words.say("help_version")
    limits = typer.Option([], "--limit", metavar="NAME=NUMBER", help=words.say("help_limit"))

    def top(
        limit: list[str] = limits,
        version: bool = typer.Option(False, "--version", help=version_help, is_eager=True, callback=_show_version),
    ) -> None:
        choose_limits(limit)

    return top


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tender-kit {version('tender-kit')}")
        raise typer.Exit
