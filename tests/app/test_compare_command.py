"""``tender-kit compare`` as a user meets it: which rows, which form, and what is said of a wrong wish."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tender_kit.app.cli import inputs
from tender_kit.app.cli.program import build_program
from tender_kit.models.notice import Notice


@pytest.fixture
def files(notice: Notice, other: Notice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Two files that are read as the notices made by hand."""
    by_name = {"one.txt": notice, "two.txt": other}
    monkeypatch.setattr(inputs, "read_notice", lambda source, **_: by_name[source.name])
    for name in by_name:
        (tmp_path / name).write_text("x", encoding="utf-8")
    return [str(tmp_path / name) for name in by_name]


def run(*arguments: str, width: int = 200, language: str = "zh") -> Result:
    return CliRunner().invoke(build_program(language), ["compare", *arguments], env={"COLUMNS": str(width)})  # type: ignore[arg-type]


def groups_of(result: Result) -> set[str]:
    return {row["group"] for row in json.loads(result.stdout)["rows"]}


@pytest.mark.parametrize("only", ["money,staffing", "金额,人员配备", "金额，Staffing", "money、 人员配备 "])
def test_groups_are_chosen_by_id_or_by_name(files: list[str], only: str) -> None:
    result = run(*files, "--only", only, "--format", "json")
    assert result.exit_code == 0
    assert groups_of(result) == {"money"}


def test_a_wrong_group_is_refused_in_one_sentence_with_the_nearest(files: list[str]) -> None:
    result = run(*files, "--only", "money,stafing")
    assert result.exit_code == 2
    assert result.stderr.startswith("没有名为 stafing 的分组。相近的分组:staffing")
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_only_rows_that_differ(files: list[str]) -> None:
    rows = json.loads(run(*files, "--diff", "--format", "json").stdout)["rows"]
    assert all(row["differs"] or any(child["parent"] == row["key"] for child in rows) for row in rows)


def test_no_row_left_is_said(files: list[str]) -> None:
    result = run(*files, "--only", "deliverables,legal", "--diff")
    assert result.exit_code == 0
    assert "没有符合 --only 和 --diff 的行" in result.stderr


@pytest.mark.parametrize(
    ("format", "start"), [("md", "# 需求对照表"), ("csv", "\ufeff分组,"), ("html", "<!DOCTYPE html>"), ("json", "{")]
)
def test_forms_go_to_the_pipe(files: list[str], format: str, start: str) -> None:
    result = run(*files, "-f", format)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode("utf-8").startswith(start)


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_office_files_need_a_name(files: list[str], tmp_path: Path, format: str) -> None:
    assert "请用 --out" in run(*files, "-f", format).stderr
    target = tmp_path / "table.bin"
    assert run(*files, "-f", format, "-o", str(target)).exit_code == 0
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("suffix", ["md", "csv", "html", "json", "xlsx", "docx"])
def test_the_suffix_chooses_the_form(files: list[str], tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"table.{suffix}"
    result = run(*files, "--only", "money", "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.stat().st_size > 300


def test_a_narrow_terminal_gets_a_list(files: list[str]) -> None:
    assert "其余 1 列" in run(*files, width=70).stdout
    assert "其余 1 列" not in run(*files, width=160).stdout


def test_it_speaks_english(files: list[str]) -> None:
    assert "asks most: heian" in run(*files, "--lang", "en", language="en").stdout
    assert run(*files, "--only", "nothing", "--lang", "en", language="en").stderr.startswith("There is no group named nothing.")
