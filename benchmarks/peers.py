"""What the parser is compared with. JioNLP and Recognizers-Text are optional: ``pip install -e '.[bench]'``."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

import lxml.html
from bs4 import BeautifulSoup

Reader = Callable[[str], object]


@dataclass(frozen=True)
class Peer:
    """A program to compare with; ``load`` gives its reader, or raises ImportError where it is not installed.

    ``takes`` is ``bytes``, ``html`` or ``text``. A slow one runs a single round, on the corpus alone.
    """

    name: str
    takes: str
    load: Callable[[], Callable[..., object]]
    slow: bool = False


def decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def lxml_text(html: str) -> str:
    return str(lxml.html.document_fromstring(html).text_content())


def soup_text(html: str) -> str:
    return BeautifulSoup(html, "lxml").get_text()


def _jieba() -> Reader:
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return lambda text: list(jieba.cut(text))


def _jionlp() -> Reader:
    """Its extraction of sums and of times; a fixed base of time, and what it cannot read counts as read."""
    jionlp = importlib.import_module("jionlp")
    logging.disable(logging.ERROR)  # it logs a traceback for every time that it cannot read

    def read(text: str) -> object:
        return jionlp.ner.extract_money(text), jionlp.ner.extract_time(text, time_base={"year": 2026})

    return read


def _recognizers() -> Reader:
    number = importlib.import_module("recognizers_number")
    unit = importlib.import_module("recognizers_number_with_unit")
    moment = importlib.import_module("recognizers_date_time")
    culture = "zh-cn"

    def read(text: str) -> object:
        return (
            number.recognize_number(text, culture),
            unit.recognize_currency(text, culture),
            moment.recognize_datetime(text, culture),
        )

    return read


PEERS = (
    Peer("reading and decoding", "bytes", lambda: decoded),
    Peer("lxml.html text_content", "html", lambda: lxml_text),
    Peer("BeautifulSoup get_text", "html", lambda: soup_text),
    Peer("jieba tokens", "text", _jieba),
    Peer("JioNLP money + time", "text", _jionlp, slow=True),
    Peer("Recognizers-Text number + currency + date", "text", _recognizers, slow=True),
)
