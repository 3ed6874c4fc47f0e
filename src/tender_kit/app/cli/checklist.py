"""``tender-kit checklist``: what a bid has to answer, prove and hand in."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tender_kit.app.cli.formats import Format
from tender_kit.app.cli.language import Lang
from tender_kit.vocab.words import Words, load_words

if TYPE_CHECKING:
    from tender_kit.models.checklist import Checklist
    from tender_kit.models.notice import Notice


def register(program: typer.Typer, words: Words) -> None:
    """Add the command to the program."""
    say, spoken = words.say, Lang(words.language)

    @program.command("checklist", help=say("help_checklist"))
    def checklist(
        files: Annotated[list[str], typer.Argument(metavar="FILE…|-", help=say("help_checklist_files"), show_default=False)],
        lot: Annotated[str, typer.Option("--lot", help=say("help_lot"), show_default=False)] = "",
        on: Annotated[str, typer.Option("--on", help=say("help_on"), show_default=False)] = "",
        merge: Annotated[Path | None, typer.Option("--merge", help=say("help_merge"), show_default=False)] = None,
        format: Annotated[Format, typer.Option("--format", "-f", help=say("help_format_one"))] = Format.VIEW,
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("help_out"), show_default=False)] = None,
        lang: Annotated[Lang, typer.Option("--lang", help=say("help_lang"))] = spoken,
    ) -> None:
        chosen = load_words(lang.value)
        run(files, lot, _day(on, chosen), merge, format, out, chosen)


def run(files: list[str], lot: str, on: date | None, merge: Path | None, format: Format, out: Path | None, words: Words) -> None:
    """Read the notice and its corrections and make the checklist, with the answers of a filled one where one is given."""
    from tender_kit.analysis.checklist import checklist
    from tender_kit.app.cli.outcome import put_out, refuse
    from tender_kit.core.errors import TenderKitError
    from tender_kit.export.filled import merge_checklist

    notice, corrections = _read(files, words, is_merge=merge is not None)
    try:
        if merge is None:
            made = checklist(notice, corrections=corrections, lot=lot or None, on=on, language=words.language)
        else:
            made = merge_checklist(merge, notice, corrections=corrections, lot=lot or None, on=on, language=words.language)
    except TenderKitError as error:
        refuse(error)
    put_out(made, out, words, as_json=format is Format.JSON)
    if merge is not None:
        _tell(made, words)


def _day(text: str, words: Words) -> date | None:
    from tender_kit.app.cli.outcome import refuse

    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        refuse(words.say("bad_day", day=text))


def _read(files: list[str], words: Words, *, is_merge: bool) -> "tuple[Notice, list[Notice]]":
    """Read all files; the one that is no correction is the notice, in whatever order they are named.

    A correction alone can be listed, but nothing can be merged into it: all that was filled in would seem dropped.
    """
    from tender_kit.app.cli.inputs import read_some
    from tender_kit.app.cli.outcome import refuse
    from tender_kit.models.values import NoticeKind

    notices, reading = read_some(files, words)
    if reading.failures:
        reading.finish()
    follow_up = {NoticeKind.CORRECTION, NoticeKind.TERMINATION}
    first = [notice for notice in notices if notice.kind.value not in follow_up]
    if len(notices) == 1 and not (is_merge and not first):
        return notices[0], []
    if len(first) != 1:
        names = ", ".join(notice.source.uri for notice in first or notices)
        refuse(words.say("several_notices" if first else "only_correction", files=names, file=names))
    later = [notice for notice in notices if notice is not first[0]]
    return first[0], sorted(later, key=_published)


def _published(notice: "Notice") -> str:
    """Corrections take effect in the order of their days; one without a day stands where it was named, behind the others."""
    published = notice.schedule.published.value
    return published.isoformat()[:10] if published is not None else "9"


def _tell(made: "Checklist", words: Words) -> None:
    """Say on stderr what the merge has done."""
    from tender_kit.analysis.checklist.merge import is_filled

    counts = {change: sum(row.change == change for row in made.rows) for change in ("changed", "new", "dropped")}
    kept = sum(is_filled(row) for row in made.rows if row.section != "dropped")
    said = words.say("merge_summary", kept=kept, changed=counts["changed"], added=counts["new"], dropped=counts["dropped"])
    typer.echo(said, err=True)
