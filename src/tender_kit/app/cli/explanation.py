"""What ``tender-kit explain`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from tender_kit.analysis.wording import say_measure, say_reading, say_value
from tender_kit.app.cli.fields import Place, known_paths, walk
from tender_kit.app.cli.terminal import clean
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.demands import Measure
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Words

_AROUND = 60
_STYLES = {"known": "green", "masked": "yellow", "ambiguous": "magenta", "unread": "red", "absent": "dim"}
# Where the words of a clause stand, by model; the first one that is there is shown.
_WORDS = ("text", "message", "name", "title", "trigger")


def show_fields(console: Console, words: Words) -> None:
    """List the paths of all fields with their names."""
    for path in known_paths():
        name = words("field", path) if words.has("field", path) else ""
        console.print(Text.assemble((f"{path:<40}", "cyan"), name))


def show_places(notice: Notice, places: Sequence[Place], console: Console, words: Words) -> None:
    """Explain readings and clauses one after the other; say so where the notice has none."""
    if not places:
        console.print(words.say("no_text"))
    for number, place in enumerate(places):
        if number:
            console.print()
        _show(notice, place, console, words)


def _show(notice: Notice, place: Place, console: Console, words: Words) -> None:
    name = f" {words('field', place.path)}" if words.has("field", place.path) else ""
    console.print(Text.assemble((place.path, "bold cyan"), (name, "bold")))
    if isinstance(place.value, Reading):
        _show_reading(place.value, place.path, console, words)
    else:
        _show_clause(place.value, console, words)
    for evidence in place.evidence:
        show_context(notice, evidence, console, words)
    if isinstance(place.value, Reading):
        _show_candidates(notice, place, console, words)


def _line(console: Console, label: str, text: str, style: str = "") -> None:
    console.print(Text.assemble(("  " + label + " ", "dim"), (clean(text), style)), soft_wrap=True)


def _show_reading(reading: Reading[Any], path: str, console: Console, words: Words) -> None:
    _line(console, words("head", "value"), say_reading(reading, words, path), _STYLES[reading.state])
    _line(console, words("head", "state"), f"{words('state', reading.state)} · {words('origin', reading.origin)}")
    if reading.state == "absent":
        _line(console, "", words.say("no_text"))


def _show_clause(clause: Any, console: Console, words: Words) -> None:
    text = (
        say_measure(clause, words)
        if isinstance(clause, Measure)
        else next(filter(None, (getattr(clause, n, "") for n in _WORDS)), "")
    )
    if isinstance(text, str) and text:
        _line(console, words("head", "value"), text, "green")
    for measure in getattr(clause, "measures", ()):
        _line(console, words("head", "figures"), say_measure(measure, words))


def _show_candidates(notice: Notice, place: Place, console: Console, words: Words) -> None:
    for candidate in place.value.candidates:
        _line(console, words.say("candidates"), say_value(candidate.value, words, place.path), "magenta")
        for evidence in candidate.evidence:
            show_context(notice, evidence, console, words)


def show_context(notice: Notice, evidence: Evidence, console: Console, words: Words) -> None:
    """Show a quote in its surroundings, marked in colour and by brackets."""
    where = f"{words('head', 'rule')} {evidence.rule} · {evidence.start}–{evidence.end}"
    _line(console, words.say("in_context"), where)
    text = notice.document.text if notice.document else evidence.quote
    start, end = (evidence.start, evidence.end) if notice.document else (0, len(text))
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    more, rest = "…" if start > _AROUND else "", "…" if end + _AROUND < len(text) else ""
    console.print(
        Text.assemble(
            ("    │ ", "dim"),
            (_one_line(more + before), "dim"),
            ("【", "bold yellow"),
            (_one_line(text[start:end]), "bold yellow"),
            ("】", "bold yellow"),
            (_one_line(behind + rest), "dim"),
        ),
        soft_wrap=True,
    )


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ⏎ ").replace("\t", " ")


def show_unread(notice: Notice, console: Console, words: Words) -> None:
    """List the fields that are there but not understood, and the figures that no fact has used."""
    unread = [place for place in walk(notice) if isinstance(place.value, Reading) and place.value.state == "unread"]
    coverage = notice.coverage
    console.print(words.say("coverage", figures=coverage.figures, used=coverage.used))
    if not unread and not coverage.unused:
        console.print(words.say("nothing_unread"))
    if unread:
        console.print(Text(f"{words.say('unread_fields')} ({len(unread)})", style="bold"))
        show_places(notice, unread, console, words)
    if coverage.unused:
        console.print(Text(f"{words.say('unused_parts')} ({len(coverage.unused)})", style="bold"))
    for unused in coverage.unused:
        console.print(Text(f"  {words('unused', unused.what)}", style="yellow"))
        for evidence in unused.evidence:
            show_context(notice, evidence, console, words)
