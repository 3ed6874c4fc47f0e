"""The command line as a user meets it: what it shows, where it writes, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tender_kit.app.cli import inputs
from tender_kit.app.cli.language import chosen_language
from tender_kit.app.cli.program import build_program
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import VARIABLE, Language

PROGRAM = str(Path(sys.executable).parent / "tender-kit")
TEXT = """青石县社会救助服务项目竞争性磋商公告
项目编号:QS-2026-018
项目名称:青石县社会救助服务项目
预算金额:50万元
采购人:青石县民政局
"""


def run(*arguments: str, language: Language = "zh", given: str | None = None) -> Result:
    return CliRunner().invoke(build_program(language), list(arguments), input=given, env={"COLUMNS": "200"})


@pytest.fixture
def made(notice: Notice, other: Notice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with two files that are read as the notices made by hand, and one that is of a kind nobody can read."""
    by_name = {"one.txt": notice, "two.txt": other}

    def read(source: Path | bytes, uri: str = "", limits: object = None) -> Notice:
        name = source.name if isinstance(source, Path) else "one.txt"
        return by_name[name] if name in by_name else real(source)

    real = inputs.read_notice
    monkeypatch.setattr(inputs, "read_notice", read)
    for name in by_name:
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_parse_shows_facts_clauses_scores_and_findings(made: Path) -> None:
    result = run("parse", str(made / "one.txt"))
    assert result.exit_code == 0
    for words in (
        "青石县社会救助服务项目",
        "500,000元(50 万元)",
        "≥4 次/季度",
        "独立承担民事责任",
        "服务方案",
        "有数值被遮蔽",
        "未能读懂",
    ):
        assert words in result.stdout


def test_parse_shows_several_as_a_table(made: Path) -> None:
    result = run("parse", str(made))
    assert result.exit_code == 0
    assert "qingshi" in result.stdout
    assert "heian" in result.stdout
    assert "≥4 次/季度" not in result.stdout


def test_parse_json_is_the_notice(made: Path, notice: Notice) -> None:
    result = run("parse", str(made / "one.txt"), "--format", "json")
    assert Notice.model_validate_json(result.stdout) == notice.model_copy(update={"document": None})


def test_parse_json_lines_one_each(made: Path) -> None:
    result = run("parse", str(made), "-f", "jsonl")
    assert [json.loads(line)["source"]["uri"] for line in result.stdout.splitlines()] == ["qingshi.txt", "heian.txt"]


def test_parse_reads_the_pipe(made: Path) -> None:
    assert "青石县民政局" in run("parse", "-", given=TEXT).stdout


def test_parse_writes_by_suffix(made: Path) -> None:
    target = made / "out.html"
    result = run("parse", str(made / "one.txt"), "-o", str(target))
    assert result.exit_code == 0
    assert "青石县社会救助服务项目" in target.read_text("utf-8")
    assert result.stdout == ""


def test_one_bad_file_never_stops_a_run(made: Path) -> None:
    (made / "bad.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    result = run("parse", str(made / "none.txt"), str(made), "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert "4 个文件中有 2 个未能读取" in result.stderr
    assert "none.txt: 找不到文件" in result.stderr
    assert "bad.docx" in result.stderr


def test_a_mistake_of_ours_costs_one_file_only(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> Notice:
        raise ZeroDivisionError("made")

    monkeypatch.setattr(inputs, "read_notice", break_down)
    result = run("parse", str(made / "one.txt"))
    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.stderr


def test_an_empty_folder_says_what_can_be_read(tmp_path: Path) -> None:
    result = run("parse", str(tmp_path))
    assert result.exit_code == 1
    assert ".docx" in result.stderr


def test_wrong_use_ends_with_two(made: Path) -> None:
    assert run("parse").exit_code == 2
    assert run("parse", "x", "--format", "yaml").exit_code == 2
    assert run("compare", str(made / "one.txt")).exit_code == 2
    assert run("parse", str(made / "one.txt"), "-o", str(made / "a.pdf")).exit_code == 2


def test_explain_marks_the_evidence_in_its_surroundings(made: Path) -> None:
    result = run("explain", str(made / "one.txt"), "budget")
    assert result.exit_code == 0
    assert "项目编号:QS-2026-018 【预算金额:50万元】 采购人" in result.stdout
    assert "made" in result.stdout


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("schedule.bid_deadline", "2026-04-20 09:30"),
        ("预算金额", "500,000元"),
        ("ceiling", "480,000元"),
        ("payments", "【合同签订后支付40%】"),
        ("requirements.1.1", "≥4 次/季度"),
        ("buyer.phones", "0571-8000****"),
        ("agency.name", "没有提到"),
        ("schedule.opening", "没有提到"),
        ("score_tables", "服务方案"),
    ],
)
def test_explain_takes_paths_and_names(made: Path, field: str, said: str) -> None:
    result = run("explain", str(made / "one.txt"), field)
    assert result.exit_code == 0
    assert said in result.stdout


@pytest.mark.parametrize(
    ("field", "near"),
    [("budgt", "budget"), ("schedule.deadline", "schedule.bid_deadline"), ("payments.9", "2 项"), ("source.uri", "-")],
)
def test_explain_names_the_nearest_fields(made: Path, field: str, near: str) -> None:
    result = run("explain", str(made / "one.txt"), field)
    assert result.exit_code == 2
    assert near in result.stderr


def test_explain_lists_what_is_not_understood(made: Path) -> None:
    result = run("explain", str(made / "one.txt"), "--unread")
    assert "未读懂的字段 (1)" in result.stdout
    assert "method" in result.stdout


def test_explain_lists_its_fields() -> None:
    result = run("explain", "--fields")
    assert result.exit_code == 0
    assert "schedule.bid_deadline" in result.stdout
    assert run("explain").exit_code == 2


def test_compare_shows_and_writes(made: Path) -> None:
    files = (str(made / "one.txt"), str(made / "two.txt"))
    assert "要求最高: heian(24 次/年)" in run("compare", *files).stdout
    assert run("compare", *files, "-o", str(made / "table.xlsx")).exit_code == 0
    assert (made / "table.xlsx").stat().st_size > 1000
    assert len(json.loads(run("compare", *files, "--format", "json").stdout)["columns"]) == 2


@pytest.mark.parametrize("suffix", ["md", "html", "json", "xlsx", "docx", "csv"])
def test_checklist_writes_every_format(made: Path, suffix: str) -> None:
    target = made / f"todo.{suffix}"
    assert run("checklist", str(made / "one.txt"), "-o", str(target)).exit_code == 0
    assert target.stat().st_size > 500


def test_schema_prints_json() -> None:
    assert json.loads(run("schema", "checklist").stdout)["title"] == "Checklist"


def test_the_program_speaks_english(made: Path) -> None:
    result = run("parse", str(made / "one.txt"), "--lang", "en", language="en")
    assert "Bid deadline" in result.stdout
    assert "Examples:" in run("parse", "--help", language="en").stdout


def test_the_language_is_known_before_the_help(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen_language(["parse", "--lang", "en"]) == "en"
    assert chosen_language(["parse", "--lang", "fr"]) == "zh"
    monkeypatch.setenv(VARIABLE, "en")
    assert chosen_language(["parse"]) == "en"
    assert chosen_language(["--lang", "zh"]) == "zh"


def test_a_notice_cannot_write_to_the_terminal(made: Path, notice: Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    clause = notice.requirements[1].model_copy(update={"text": "每月\x1b[31m更新\x1b]0;x\x07\u202e台账"})
    monkeypatch.setattr(inputs, "read_notice", lambda source: notice.model_copy(update={"requirements": (clause,)}))
    shown = run("parse", str(made / "one.txt")).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_closed_pipe_ends_it_without_a_word(tmp_path: Path) -> None:
    command = f"'{PROGRAM}' schema | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert len(done.stdout) == 10


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("tender-kit 0.")


def test_limits_are_raised_and_refused_on_the_command_line() -> None:
    source = str(next((Path(__file__).parents[2] / "corpus").glob("*/source.docx")))
    assert "--limit bytes=" in run("--limit", "bytes=100", "parse", source).stderr
    assert run("--limit", "bytes=100", "--limit", "bytes=100000000", "parse", source).exit_code == 0
    wrong = run("--limit", "size=5", "parse", source)
    assert (wrong.exit_code, "table_cells" in wrong.stderr) == (2, True)
    assert run("parse", source).exit_code == 0
