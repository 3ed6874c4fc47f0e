"""A comparison as one interactive page: works offline, prints, and asks nothing of any other place."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from tender_kit.export.comparison_cells import page_of
from tender_kit.export.comparison_sources import as_inert_json
from tender_kit.export.comparison_words import say_change
from tender_kit.models.comparison import Comparison
from tender_kit.vocab.words import Words

_TEMPLATES = files("tender_kit.export").joinpath("templates")
# Entries that a cell shows before it is asked for more; the style counts the same.
_MOST_ENTRIES = 6
# Words that the script puts in itself.
_SCRIPT_WORDS = ("shown", "place", "quotes_only", "no_evidence", "fold", "unfold", "mandatory")


def render_comparison_page(comparison: Comparison, words: Words) -> bytes:
    """Write a comparison as one page with its own style and script, and with the text of every notice in it once.

    The policy of the page lets nothing run but that one script, and nothing be fetched. Whatever comes from a notice
    is escaped, or stands as JSON in elements that do not run.
    """
    page = page_of(comparison, words)
    style = f":root {{ --columns: {len(page.columns)}; }}\n{_read('comparison.css')}"
    script = _read("comparison.js")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    text = environment.from_string(_read("comparison.html.j2")).render(
        page=page,
        language="zh-CN" if words.language == "zh" else "en",
        title=words("word", "comparison"),
        counts=_counts(comparison, words),
        note=words.say("comparison_note"),
        versions=words("compare", "versions") if comparison.versions else "",
        most_entries=_MOST_ENTRIES,
        say=lambda key: words("page", key),
        say_change=say_change,
        words=words,
        # Own files and JSON that cannot end its element; everything else goes through autoescape.
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        script_words=Markup(as_inert_json({key: words("page", key) for key in _SCRIPT_WORDS})),
        texts=[Markup(as_inert_json({"text": source.text, "whole": source.whole})) for source in page.sources],
    )
    return text.encode("utf-8")


def _read(name: str) -> str:
    return _TEMPLATES.joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """The hash by which a policy knows an element that may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _counts(comparison: Comparison, words: Words) -> str:
    differing = sum(row.differs for row in comparison.rows)
    return words("compare", "counts").format(columns=len(comparison.columns), rows=len(comparison.rows), differing=differing)
