"""Write notices, comparisons, checklists and screenings to files: the suffix says how."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from tender_kit.core.errors import TenderKitError
from tender_kit.core.model import Model
from tender_kit.export.checklist_report import checklist_report
from tender_kit.export.comparison_report import report_for
from tender_kit.export.html import render_html
from tender_kit.export.markdown import render_markdown
from tender_kit.export.notice_report import notice_report
from tender_kit.export.overview_report import overview_report
from tender_kit.export.report import Report
from tender_kit.export.screening_report import screening_report, screening_table_report
from tender_kit.export.table_csv import render_csv
from tender_kit.models.checklist import Checklist
from tender_kit.models.comparison import Comparison
from tender_kit.models.notice import Notice
from tender_kit.models.screening import Screening, ScreeningTable
from tender_kit.vocab.words import Language, Words, load_words

__all__ = ["SUFFIXES", "Exportable", "export", "make_report", "render", "write_whole"]

Exportable = Notice | Comparison | Checklist | Screening | ScreeningTable | Sequence[Notice]
SUFFIXES = (".json", ".jsonl", ".csv", ".md", ".html", ".xlsx", ".docx")
# What an extra of the package brings, by suffix.
_EXTRAS = {".xlsx": ("openpyxl", "xlsx"), ".docx": ("python-docx", "docx")}


def export(value: Exportable, path: str | Path, *, language: Language = "zh") -> Path:
    """Write a value to a file; its suffix chooses the format: json, jsonl, csv, md, html, xlsx, docx.

    The file appears whole or not at all. Several notices become one table, a line each (``json`` and
    ``jsonl`` keep all of them).

    Raises:
        TenderKitError: an unknown suffix, a missing folder, or an extra that is not installed.
    """
    target = Path(path)
    data = render(value, target.suffix, language=language)
    write_whole(target, data, language=language)
    return target


def render(value: Exportable, suffix: str, *, language: Language = "zh") -> bytes:
    """Give the bytes of a file with that suffix. The same value gives the same bytes."""
    words = load_words(language)
    suffix = suffix.lower()
    if suffix not in SUFFIXES:
        raise TenderKitError(words.say("export_suffix", suffix=suffix or "-", known=" ".join(SUFFIXES)))
    if suffix in (".json", ".jsonl"):
        return _render_json(value, suffix)
    if suffix == ".html" and isinstance(value, Comparison):
        from tender_kit.export.comparison_page import render_comparison_page  # brings the template engine

        return render_comparison_page(value, words)
    report = make_report(value, words, suffix=suffix)
    if suffix == ".csv" and isinstance(value, ScreeningTable):
        report = replace(report, parts=report.parts[:1])  # a script reads one table
    return _renderer(suffix, words)(report)


def make_report(value: Exportable, words: Words, *, suffix: str = "") -> Report:
    """Put a value into words, ready for any format; a comparison takes the shape that suits the one of ``suffix``."""
    match value:
        case Notice():
            return notice_report(value, words)
        case Comparison():
            return report_for(value, words, suffix=suffix)
        case Checklist():
            return checklist_report(value, words)
        case Screening():
            return screening_report(value, words)
        case ScreeningTable():
            return screening_table_report(value, words)
        case Sequence() if not isinstance(value, str) and all(isinstance(entry, Notice) for entry in value):
            return overview_report(value, words)
    raise TenderKitError(words.say("export_kind", kind=type(value).__name__))


def _render_json(value: Exportable, suffix: str) -> bytes:
    """JSON is the models themselves: every key of the schema, canonical figures, evidence and all."""
    if isinstance(value, ScreeningTable) and suffix == ".jsonl":
        return "".join(f"{screening.model_dump_json()}\n" for screening in value.screenings).encode("utf-8")
    if isinstance(value, Model):
        return (value.model_dump_json(indent=None if suffix == ".jsonl" else 2) + "\n").encode("utf-8")
    rows = [notice.model_dump_json() for notice in value]
    text = "".join(f"{row}\n" for row in rows) if suffix == ".jsonl" else "[\n" + ",\n".join(rows) + "\n]\n"
    return text.encode("utf-8")


def _renderer(suffix: str, words: Words) -> Callable[[Report], bytes]:
    """Find the function that writes a format; the heavy libraries are loaded only for their own."""
    head = words("head", "group")
    if suffix == ".md":
        return render_markdown
    if suffix == ".html":
        return render_html
    if suffix == ".csv":
        return lambda report: render_csv(report, head)
    try:
        if suffix == ".docx":
            from tender_kit.export.docx import render_docx

            return render_docx
        from tender_kit.export.xlsx import render_xlsx
    except ImportError as error:
        package, extra = _EXTRAS[suffix]
        raise TenderKitError(words.say("export_extra", suffix=suffix, package=package, extra=extra)) from error
    return lambda report: render_xlsx(report, head)


def write_whole(path: Path, data: bytes, *, language: Language = "zh") -> None:
    """Write a file under a temporary name and then rename it: a reader never sees half of one."""
    if not path.parent.is_dir():
        raise TenderKitError(load_words(language).say("export_folder", folder=path.parent))
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise TenderKitError(load_words(language).say("export_failed", path=path, reason=error.strerror)) from error


class _Verb(ModuleType):
    """This package when it is called: ``tk.export`` is the verb, whichever of the two was imported first.

    Importing a package puts it into its parent under its own name, over the function of that name.
    """

    def __call__(self, value: Exportable, path: str | Path, *, language: Language = "zh") -> Path:
        return export(value, path, language=language)


sys.modules[__name__].__class__ = _Verb
