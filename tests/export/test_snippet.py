"""Values in a notebook: safe with hostile words, small, and honest about what they leave out."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

import tender_kit as tk
from tender_kit.batch.results import Failure
from tender_kit.core.readings import Reading
from tender_kit.notices import Notices

PROFILE = tk.load_profile(Path(__file__).parents[2] / "examples" / "org.toml")
HOSTILE = """<script>alert(1)</script>"><img src=x onerror='alert(2)'>\x1b[31m\u202e$x$&amp;"""


class Tags(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


ALLOWED = {"div", "style", "b", "p", "details", "summary", "table", "thead", "tbody", "tr", "th", "td"}


def hostile(notice: tk.Notice) -> tk.Notice:
    """A notice whose title, clause and quotes try to leave their cells."""
    name = notice.project.name.model_copy(update={"value": HOSTILE})
    clause = notice.requirements[0].model_copy(update={"text": HOSTILE, "path": (HOSTILE,)})
    evidence = notice.budget.evidence[0].model_copy(update={"quote": HOSTILE})
    return notice.model_copy(
        update={
            "project": notice.project.model_copy(update={"name": name}),
            "requirements": (clause,),
            "budget": notice.budget.model_copy(update={"evidence": (evidence,)}),
            "source": notice.source.model_copy(update={"uri": HOSTILE}),
        }
    )


@pytest.mark.parametrize("what", ["notice", "comparison", "checklist", "screening", "screenings", "notices"])
def test_words_of_a_notice_cannot_leave_their_cell(what: str, notice: tk.Notice, other: tk.Notice) -> None:
    bad = hostile(notice)
    values = {
        "notice": bad,
        "comparison": tk.compare([bad, other]),
        "checklist": tk.checklist(bad),
        "screening": tk.screen(bad, PROFILE),
        "screenings": tk.screen([bad, other], PROFILE),
        "notices": Notices([bad], failures=[Failure(HOSTILE, HOSTILE)]),
    }
    page = values[what]._repr_html_()  # type: ignore[attr-defined]
    assert page
    seen = Tags(page)
    assert set(seen.tags) <= ALLOWED
    assert seen.attributes <= {"class", "title", "open"}
    assert seen.open == []
    assert "alert(1)" in page
    assert not any(sign in page for sign in "\x1b\u202e")


def test_a_notice_begins_with_the_facts_that_decide(notice: tk.Notice) -> None:
    page = notice._repr_html_() or ""
    first = page.split("</details>")[0]
    assert "500,000元" in first
    assert 'class="ambiguous"' in first
    assert 'class="unread"' in first
    assert first.count("未提及") >= 2
    assert page.count("<details open>") == 1
    assert 'title="项目编号:QS-2026-018 预算金额:50万元' in page


def test_it_stays_small_and_says_how_much_more_there_is(notice: tk.Notice) -> None:
    clauses = tuple(
        notice.requirements[0].model_copy(update={"text": f"第{number}条" + "不少于" * 20000}) for number in range(200)
    )
    many = notice.model_copy(update={"requirements": clauses})
    page = many._repr_html_() or ""
    assert len(page) < 60_000
    assert "还有 185 行" in page
    table = tk.compare(
        [many.model_copy(update={"source": many.source.model_copy(update={"uri": f"{n}.txt"})}) for n in range(40)]
    )
    page = table._repr_html_() or ""
    assert len(page) < 160_000
    assert "32 列未显示" in page
    assert "<th>比较</th>" in page


def test_parts_that_would_be_too_much_are_named(notice: tk.Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tender_kit.export.snippet._MOST", 3000)
    page = notice._repr_html_() or ""
    assert "个部分未显示" in page
    assert "提示" in page


def test_it_speaks_the_language_of_the_environment(notice: tk.Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENDER_KIT_LANG", "en")
    assert "Key facts" in (notice._repr_html_() or "")


def test_what_has_no_report_of_its_own_is_shown_plainly(notice: tk.Notice) -> None:
    assert notice.budget._repr_html_() is None
    assert Reading[str]()._repr_html_() is None
    assert notice.requirements[0]._repr_html_() is None


def test_the_same_value_gives_the_same_page(notice: tk.Notice) -> None:
    assert notice._repr_html_() == notice._repr_html_()
