"""``tender-kit profile``: make and check the profile of an organisation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words

if TYPE_CHECKING:
    from tender_kit.models.profile import Profile


def register(program: typer.Typer, words: Words) -> None:
    """Add the command with its two verbs to the program."""
    say, spoken = words.say, Lang(words.language)
    group = typer.Typer(help=say("help_profile"), no_args_is_help=True, rich_markup_mode="rich")
    program.add_typer(group, name="profile")

    @group.command("init", help=say("help_profile_init"))
    def init(
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("help_profile_out"), show_default=False)] = None,
        force: Annotated[bool, typer.Option("--force", help=say("help_profile_force"))] = False,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        make(out, load_words(lang.value), force=force)

    @group.command("check", help=say("help_profile_check"))
    def check(
        file: Annotated[Path, typer.Argument(metavar="FILE", help=say("help_profile_file"), show_default=False)],
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        tell(file, load_words(lang.value))


def make(out: Path | None, words: Words, *, force: bool) -> None:
    """Write a commented profile; an existing file is kept."""
    from tender_kit.analysis.screening.profile_file import template
    from tender_kit.app.cli.outcome import refuse
    from tender_kit.core.errors import TenderKitError
    from tender_kit.export import write_whole

    text = template(words.language)
    if out is None:
        typer.echo(text, nl=False)
        return
    if out.exists() and not force:
        refuse(words.say("profile_exists", path=out))
    try:
        write_whole(out, text.encode("utf-8"), language=words.language)
    except TenderKitError as error:
        refuse(error)
    typer.echo(words.say("written", path=out), err=True)


def tell(file: Path, words: Words) -> None:
    """Say whether a profile is valid, and what it leaves out."""
    from tender_kit.analysis.screening.checks import CHECKS
    from tender_kit.analysis.screening.profile_file import missing_fields

    missing = missing_fields(read_profile(file, words))
    typer.echo(words.say("profile_valid", path=file))
    if not missing:
        typer.echo(words.say("profile_complete"))
        return
    typer.echo(words.say("profile_left_out"))
    for field in missing:
        names = [c.title if words.language == "zh" else c.title_en for c in CHECKS if field in c.fields]
        typer.echo(f"  {field}" + (f"  ({', '.join(names)})" if names else ""))


def read_profile(file: Path, words: Words) -> "Profile":
    """Read a profile, or leave with 2 and the sentences that say what to mend."""
    from tender_kit.analysis.screening.profile_file import load_profile
    from tender_kit.app.cli.outcome import refuse
    from tender_kit.core.errors import TenderKitError

    try:
        return load_profile(file)
    except TenderKitError as error:
        refuse(error.message if words.language == "zh" else error.english)
