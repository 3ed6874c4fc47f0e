"""From bytes to a notice: the stages as a list that one can read.

read ─▶ Document ─▶ families of extractors ─▶ Notice ─▶ coverage ─▶ findings
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from tender_kit.analysis.checks import find_findings
from tender_kit.core.errors import BrokenReader, TenderKitError
from tender_kit.core.readings import Finding
from tender_kit.document.build import build_document
from tender_kit.document.model import Document
from tender_kit.document.sources.limits import Limits, check_limit
from tender_kit.extractors.context import Context
from tender_kit.extractors.coverage import measure_coverage
from tender_kit.extractors.registry import FAMILIES, Facts
from tender_kit.models.notice import Coverage, Notice, Source


def read_notice(source: str | Path | bytes, *, uri: str = "", limits: Limits | None = None) -> Notice:
    """Read one notice: its bytes or text into facts, each with the sentence that it was read from.

    ``source`` is a path, the bytes of a file, or the text of a notice: a ``str`` with a line break, or
    of which no file exists, is text. Raises ``TenderKitError`` for what cannot be read, nothing else.
    """
    data, name = _load(source, limits or Limits())
    return read_document(_built(data, uri or name, limits))


def _built(data: bytes | str, uri: str, limits: Limits | None) -> Document:
    try:
        return build_document(data, uri=uri, limits=limits)
    except (TenderKitError, MemoryError):
        raise
    except Exception as error:  # whatever a source is made of, its reader gets one sentence
        kind = type(error).__name__
        raise BrokenReader(
            f"{uri or '该来源'}:文件结构未能读懂({kind});请另存为 HTML、DOCX 或文本后重试,并反馈此文件",
            f"{uri or 'The source'}: its structure was not understood ({kind}); save it as HTML, DOCX or text, and report it",
        ) from error


def read_document(document: Document) -> Notice:
    """Read the facts of a document that is already built."""
    faults: list[Finding] = []
    context = Context(document)
    facts: Facts = {}
    for name, family in FAMILIES:
        facts.update(_guarded(name, partial(family, context, facts), dict[str, Any](), faults))
    source = Source(
        uri=document.uri,
        sha256=document.sha256,
        media_type=document.media_type,
        encoding=document.encoding,
        chars=len(document.text),
    )
    notice = Notice(source=source, document=document, **facts)
    coverage = _guarded("coverage", partial(measure_coverage, document, notice), Coverage(), faults)
    notice = notice.model_copy(update={"coverage": coverage})
    checked = _guarded("findings", partial(find_findings, notice), tuple[Finding, ...](), faults)
    return notice.model_copy(update={"findings": (*_reading_notes(document), *faults, *checked)})


T = TypeVar("T")


def _guarded(name: str, read: Callable[[], T], nothing: T, faults: list[Finding]) -> T:
    """Read one part of a notice. A fault of ours in it is said, and must not cost its reader the other parts."""
    try:
        return read()
    except (TenderKitError, MemoryError):
        raise
    except Exception as error:  # whichever it is: the finding names it
        faults.append(_unread(name, error))
        return nothing


def _unread(part: str, error: Exception) -> Finding:
    zh, en = _PART_NAMES[part]
    return Finding(
        code="part_unread",
        severity="error",
        message=f"{zh}未能读取(程序出错:{type(error).__name__}),请自行核对原文,并反馈此文件。",
        message_en=f"Not read because of a fault of the program ({type(error).__name__}): {en}. Check the source, and report it.",
    )


_PART_NAMES = {
    "identity": ("标题、类型、采购方式和项目", "title, kind, method, project"),
    "parties": ("采购人和代理机构", "buyer and agency"),
    "lots": ("分包", "lots"),
    "sums": ("预算和最高限价", "budget and ceiling"),
    "schedule": ("时间安排", "days and hours"),
    "terms": ("联合体、面向中小企业和服务期限", "consortium, set-aside, term of service"),
    "region": ("行政区划", "region"),
    "qualifications": ("资格要求", "qualification clauses"),
    "payments": ("付款", "payments"),
    "submission": ("递交要求", "what to hand in"),
    "score_tables": ("评分表", "score tables"),
    "items": ("标的明细", "line items"),
    "awards": ("中标结果", "awards"),
    "requirements": ("服务要求", "requirement clauses"),
    "coverage": ("未采用内容", "what no fact has used"),
    "findings": ("核对提示", "findings of the checks"),
}


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
