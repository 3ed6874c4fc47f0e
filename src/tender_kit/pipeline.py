"""From bytes to a notice: the stages as a list that one can read.

read ─▶ Document ─▶ families of extractors ─▶ Notice ─▶ coverage ─▶ findings
"""

from __future__ import annotations

import os
from pathlib import Path

from tender_kit.analysis.checks import find_findings
from tender_kit.core.errors import TenderKitError
from tender_kit.core.readings import Finding
from tender_kit.document.build import build_document
from tender_kit.document.model import Document
from tender_kit.document.sources.limits import Limits, check_limit
from tender_kit.extractors.context import Context
from tender_kit.extractors.coverage import measure_coverage
from tender_kit.extractors.registry import FAMILIES, Facts
from tender_kit.models.notice import Notice, Source


def read_notice(source: str | Path | bytes, *, uri: str = "", limits: Limits | None = None) -> Notice:
    """Read one notice: its bytes or text into facts, each with the sentence that it was read from.

    ``source`` is a path, the bytes of a file, or the text of a notice: a ``str`` with a line break, or
    of which no file exists, is text. Raises ``TenderKitError`` for what cannot be read, nothing else.
    """
    data, name = _load(source, limits or Limits())
    return read_document(build_document(data, uri=uri or name, limits=limits))


def read_document(document: Document) -> Notice:
    """Read the facts of a document that is already built."""
    context = Context(document)
    facts: Facts = {}
    for _, family in FAMILIES:
        facts.update(family(context, facts))
    source = Source(
        uri=document.uri,
        sha256=document.sha256,
        media_type=document.media_type,
        encoding=document.encoding,
        chars=len(document.text),
    )
    notice = Notice(source=source, document=document, **facts)
    notice = notice.model_copy(update={"coverage": measure_coverage(document, notice)})
    return notice.model_copy(update={"findings": (*_reading_notes(document), *find_findings(notice))})


def _reading_notes(document: Document) -> tuple[Finding, ...]:
    """Tell what the reading of the source came upon; a source without a text is a notice that says so."""
    notes = list(document.notes)
    if not document.content:
        notes.append(
            (
                "empty",
                "来源中没有可读的正文,请检查文件是否完整。",
                "The source holds no text of a notice; check that it is complete.",
            )
        )
    return tuple(Finding(code=code, severity="warning", message=zh, message_en=en) for code, zh, en in notes)


def _load(source: str | Path | bytes, limits: Limits) -> tuple[bytes | str, str]:
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), ""
    if isinstance(source, str) and not _is_path(source):
        return source, ""
    path = Path(source)
    try:
        check_limit("bytes", path.stat().st_size, limits)
        return path.read_bytes(), uri_of(path)
    except OSError as error:
        raise TenderKitError(f"{path}:无法读取({error.strerror or error});请检查路径和权限") from error


def uri_of(path: Path) -> str:
    """Give the name that a notice carries for the path of its file: names of files are bytes, not always characters."""
    return os.fsencode(path).decode("utf-8", "replace")


def _is_path(text: str) -> bool:
    """Whether a string names a file: one short line that exists, or ends like a file name."""
    if "\n" in text or len(text) > 1024 or "\0" in text:
        return False
    try:
        return Path(text).exists() or bool(
            Path(text).suffix
            and len(Path(text).suffix) <= 6
            and text.isprintable()
            and " " not in text.strip()
            and "。" not in text
        )
    except (OSError, ValueError):
        return False
