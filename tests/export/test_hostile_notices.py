"""From hostile bytes to every format: nothing that a notice says runs, computes or breaks what it is written into."""

from __future__ import annotations

import csv
import html
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

import tender_kit
from tender_kit.export import render

RUNS = "document.title='RUN'"
# What breaks out of text, of an attribute, of a script block, of a template, of a comment.
ATTACKS = (
    f"<script>{RUNS}</script>",
    f"</script><script>{RUNS}</script>",
    f'"><img src=x onerror="{RUNS}">',
    f"' onmouseover='{RUNS}' x='",
    f"--><svg/onload={RUNS}>",
    f"</style></title></textarea><iframe srcdoc='<script>parent.{RUNS}</script>'></iframe>",
    f'<a href="javascript:{RUNS}">x</a>',
    "{{7*7}}${7*7}{% raw %}",
    "&lt;script&gt;&#60;script&#62;",
    "\u202e\u200b\ufffe",
)
ALL = "".join(ATTACKS)
FORMULAS = (
    "=HYPERLINK(\"http://x.example\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1", "＝1+1", "=1+1;\"", "|=1",
)  # fmt: skip


def hostile(mark: str) -> str:
    """A notice that says one thing in each of its facts."""
    return f"""{mark}某县养老服务项目公开招标公告
项目编号：{mark}QS-2026-018
项目名称：{mark}养老服务{mark}
采购人：{mark}某县民政局{mark}
地址：{mark}
联系人：{mark} 联系电话：0571-80001111{mark}
预算金额：50万元{mark}
投标截止时间：2026年4月20日 09:30{mark}
一、申请人的资格要求
1.{mark}具有独立承担民事责任的能力{mark}，提供{mark}复印件；
二、服务要求
1.{mark}每季度入户走访不少于4次{mark}；
{mark}每月更新台账1次。
三、评分标准
{mark}服务方案（20分）：{mark}完整得20分。
四、付款方式
{mark}合同签订后支付40%{mark}，验收合格后支付60%。
"""


@cache
def values(mark: str) -> dict[str, Any]:
    """The notice read from bytes, and all that is made of it."""
    notice = tender_kit.parse(hostile(mark).encode("utf-8", "surrogatepass"), uri=f"{mark}.txt")
    other = tender_kit.parse(hostile("").replace("QS-2026-018", "HA-2026-1").replace("4次", "6次").encode(), uri="other.txt")
    return {
        "notice": notice,
        "overview": [notice, other],
        "comparison": tender_kit.compare([notice, other]),
        "checklist": tender_kit.checklist(notice),
    }


def rendered(suffix: str, marks: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for mark in marks:
        for name, value in values(mark).items():
            yield f"{mark!r} as {name}", render(value, suffix)


def test_the_hostile_notices_are_read_with_their_attacks() -> None:
    notice = values(ATTACKS[1])["notice"]
    assert notice.budget.value.yuan == 500000
    assert RUNS in notice.project.name.value
    assert any(RUNS in clause.text for clause in (*notice.requirements, *notice.qualifications))


def test_pages_hold_no_tag_handler_or_link_of_a_notice() -> None:
    own = own_scripts()
    for name, page in rendered(".html", ATTACKS):
        root = etree.HTML(page.decode("utf-8"))
        assert [script.text for script in root.iter("script") if script.text not in own and not is_data(script)] == [], name
        assert list(root.iter("iframe", "img", "object", "embed", "base")) == [], name
        assert {link.get("href") for link in root.iter("link")} <= {"data:,"}, name  # an empty icon of the page's own
        assert [each for element in root.iter(etree.Element) for each in element.attrib if each.startswith("on")] == [], name
        assert not [a for a in root.iter("a") if (a.get("href") or "").lower().startswith(("javascript:", "data:"))], name


def own_scripts() -> set[str | None]:
    """The scripts that pages bring themselves: those of a harmless notice."""
    pages = (etree.HTML(page.decode("utf-8")) for _, page in rendered(".html", ("",)))
    return {script.text for page in pages for script in page.iter("script")}


def is_data(script: etree._Element) -> bool:
    """A block of data is not run, and ends where it is meant to only if no ``<`` stands in it as such."""
    return script.get("type") == "application/json" and "<" not in (script.text or "")


# What the workbook computes itself: how much of a checklist is done.
OWN = re.compile(
    r"=COUNTIF\('[^'\[\]]{1,31}'!\$[A-Z]\$\d+:\$[A-Z]\$\d+,\"[^\"]{2,4}\"\)"
    r"|=SUM\([A-Z]\d+:[A-Z]\d+\)|=IF\(B\d+=0,0,\(E\d+\+F\d+\)/B\d+\)"
)

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("name", ["notice", "overview", "comparison", "checklist"])
def test_no_script_of_a_notice_runs_in_a_browser(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(render(values(ALL)[name], ".html"))
    assert "<title>RUN" not in dumped(page, tmp_path)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_a_script_that_runs_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<title>x</title>{ATTACKS[0]}", "utf-8")
    assert "<title>RUN" in dumped(page, tmp_path)


def dumped(page: Path, folder: Path) -> str:
    command = [
        str(BROWSER),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'user'}",
        "--dump-dom",
        page.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode("utf-8", "replace")


def test_workbooks_hold_no_formula() -> None:
    for name, data in rendered(".xlsx", (*FORMULAS, ALL)):
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d", "f", "inlineStr"}, name
        assert all(OWN.fullmatch(str(cell.value)) for cell in cells if cell.data_type == "f"), name
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sheets = [package.read(part) for part in package.namelist() if part.startswith("xl/worksheets/sheet")]
        formulas = [formula.decode() for sheet in sheets for formula in re.findall(rb"<f>([^<]*)</f>|<f ", sheet)]
        assert all(OWN.fullmatch("=" + html.unescape(formula)) for formula in formulas), name


def test_cells_of_csv_cannot_begin_a_formula() -> None:
    for name, data in rendered(".csv", FORMULAS + ATTACKS):
        cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
        assert [
            cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
        ] == [], name


def test_word_files_are_well_formed_and_lead_nowhere() -> None:
    for name, data in rendered(".docx", (ALL, FORMULAS[0])):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in (part for part in package.namelist() if part.endswith((".xml", ".rels"))):
                etree.fromstring(package.read(part))
            links = b"".join(package.read(part) for part in package.namelist() if part.endswith(".rels"))
        assert b'TargetMode="External"' not in links, name


def test_markdown_and_json_keep_what_was_said() -> None:
    for name, data in rendered(".md", ATTACKS):
        assert not re.search(r"(?m)^\s*<(?:script|iframe|svg|img)", data.decode("utf-8")), name
        assert "<script>" not in data.decode("utf-8").replace("\\<", ""), name
    for mark in ATTACKS:
        notice = values(mark)["notice"]
        assert tender_kit.Notice.model_validate_json(render(notice, ".json")) == notice.model_copy(update={"document": None})
