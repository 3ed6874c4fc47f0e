"""Many notices at once: a sequence, read from files and folders, that keeps what could not be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import tender_kit as tk
from tender_kit.batch.files import find_files
from tender_kit.batch.results import Failure
from tender_kit.notices import Notices

TEXT = "青石县社会救助服务项目竞争性磋商公告\n项目编号:QS-2026-018\n预算金额:50万元\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/source.txt", "b/second.md"):
        (tmp_path / name).write_text(TEXT + name, "utf-8")
    (tmp_path / "b" / "gold.json").write_text("{}", "utf-8")
    return tmp_path


def test_a_folder_is_read_in_the_order_of_its_paths(folder: Path) -> None:
    notices = tk.Notices.read(folder)
    assert notices.names == ("a", "second", "b")
    assert notices.failures == ()
    assert [Path(one.source.uri) for one in notices] == find_files(folder)


def test_what_cannot_be_read_stops_nothing_and_is_kept(folder: Path) -> None:
    (folder / "scan.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "empty").mkdir()
    notices = Notices.read([folder / "scan.doc", str(folder / "a.txt"), folder / "gone.txt", folder / "empty"])
    assert notices.names == ("a",)
    assert [Path(failure.source).name for failure in notices.failures] == ["scan.doc", "gone.txt", "empty"]
    assert all(failure.reason for failure in notices.failures)
    assert repr(notices) == "<Notices: 1, 3 failures>"
    assert "scan.doc" in notices._repr_html_()


def test_a_notice_that_breaks_a_rule_of_ours_costs_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, **_: object) -> tk.Notice:
        if path.name == "a.txt":
            raise RecursionError("too deep")
        return tk.parse(path)

    monkeypatch.setattr("tender_kit.notices.read_notice", broken)
    notices = Notices.read(folder)
    assert len(notices) == 2
    assert "RecursionError" in notices.failures[0].reason


def test_where_nothing_could_be_read_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(tk.TenderKitError, match=r"gone\.txt"):
        Notices.read(tmp_path / "gone.txt")
    with pytest.raises(tk.TenderKitError, match=r"\.docx"):
        Notices.read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_a_failure(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert Path(Notices.read(folder).failures[0].source).name == "a.txt"


def test_it_is_a_sequence(notice: tk.Notice, other: tk.Notice) -> None:
    notices = Notices([notice, other], failures=[Failure("x.pdf", "扫描件")])
    assert len(notices) == 2
    assert notices[1] is other
    assert list(notices) == [notice, other]
    assert isinstance(notices[:1], Notices)
    assert list(notices[:1]) == [notice]
    assert other in notices
    assert not Notices()
    assert notices == Notices([notice, other], failures=notices.failures)
    assert len({notices, Notices(notices, failures=notices.failures)}) == 1


def test_names_stay_with_their_notices(notice: tk.Notice, other: tk.Notice) -> None:
    notices = Notices([notice, notice, other])
    assert notices.names == ("qingshi", "qingshi-2", "heian")
    assert notices[1:].names == ("qingshi-2", "heian")
    both = notices[1:] + Notices([notice])
    assert both.names == ("qingshi-2", "heian", "qingshi")
    assert (notices + notices).names == ("qingshi", "qingshi-2", "heian", "qingshi-3", "qingshi-4", "heian-2")


def test_names_can_be_given_and_have_to_be_unique(notice: tk.Notice, other: tk.Notice) -> None:
    named = Notices([notice, other], names=["去年", "今年"])
    assert named.to_frame()["notice"].to_list() == ["去年", "今年"]
    assert "<td>今年</td>" in named._repr_html_()
    for names in (["同", "同"], ["一"]):
        with pytest.raises(tk.TenderKitError):
            Notices([notice, other], names=names)


def test_notices_can_be_named_by_their_places(notice: tk.Notice, other: tk.Notice) -> None:
    nowhere = other.model_copy(update={"region": tk.Reading[tk.Region]()})
    notices = Notices([notice, notice, nowhere], failures=[Failure("a", "扫描件")]).named_by_place()
    assert notices.names == ("青石县", "青石县-2", "heian")
    assert notices.failures
    table = tk.compare(notices, names=notices.names)
    assert {column.key for column in table.columns} == {"青石县", "青石县-2", "heian"}
    with pytest.raises(tk.TenderKitError, match="3 份公告"):
        tk.compare(notices, names=["同", "同", "异"])


def test_a_sum_keeps_the_failures_of_both(notice: tk.Notice) -> None:
    one, two = (Notices([notice], failures=[Failure(name, "扫描件")]) for name in "ab")
    assert [failure.source for failure in (one + two).failures] == ["a", "b"]


def test_the_verbs_take_it(notice: tk.Notice, other: tk.Notice, tmp_path: Path) -> None:
    notices = Notices([notice, other])
    assert len(tk.compare(notices).columns) == 2
    assert tk.export(notices, tmp_path / "all.csv").stat().st_size
    assert len(tk.export(notices, tmp_path / "all.jsonl").read_text("utf-8").splitlines()) == 2
