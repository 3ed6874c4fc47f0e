"""``screen`` and ``profile`` as a user meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from tender_kit.app.cli.program import build_program
from tender_kit.models.screening import Screening, ScreeningTable
from tender_kit.vocab.words import Language

ROOT = Path(__file__).parent.parent.parent
PROFILE = str(ROOT / "examples" / "org.toml")
OPEN = """青石县社工站项目竞争性磋商公告
项目编号:QS-2026-1
项目名称:青石县社工站项目
采购人:浙江省衢州市常山县民政局
预算金额:50万元
响应文件提交截止时间:2026年3月20日9:30
二、申请人的资格要求:
1.满足《中华人民共和国政府采购法》第二十二条规定;
2.本项目不专门面向中小企业采购。
三、获取采购文件
时间:2026年2月27日至2026年3月6日
"""
AGES = ("--on", "2026-03-02")


def run(*arguments: str, language: Language = "zh") -> Result:
    return CliRunner().invoke(build_program(language), list(arguments), env={"COLUMNS": "160"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "notices"
    inside.mkdir()
    (inside / "open.txt").write_text(OPEN, encoding="utf-8")
    (inside / "closed.txt").write_text(OPEN.replace("不专门面向", "专门面向"), encoding="utf-8")
    (inside / "hidden.txt").write_text(OPEN.replace("50万元", "**万元"), encoding="utf-8")
    return inside


def screen(*arguments: str, language: Language = "zh") -> Result:
    return run("screen", *arguments, "--profile", PROFILE, *AGES, language=language)


def test_several_notices_are_shown_ranked(folder: Path) -> None:
    result = screen(str(folder))
    assert result.exit_code == 0
    places = [result.stdout.index(name) for name in ("open ", "hidden ", "closed ")]
    assert places == sorted(places)
    for words in ("可投 1,待定 1,不可投 1", "专门面向中小企业采购,民办非企业单位不是企业", "18", "50万元"):
        assert "".join(words.split()) in "".join(result.stdout.split())


def test_one_notice_is_shown_check_by_check(folder: Path) -> None:
    result = screen(str(folder / "closed.txt"))
    assert result.exit_code == 0
    shown = "".join(result.stdout.split())
    assert "结论:不可投" in shown
    assert shown.index("决定结论的检查") < shown.index("其他检查")
    assert "本项目专门面向中小企业采购" in shown
    assert "✗不满足" in shown


def test_detail_shows_all_checks_of_many(folder: Path) -> None:
    assert "其他检查" not in screen(str(folder)).stdout
    assert screen(str(folder), "--detail").stdout.count("其他检查") == 3


def test_the_command_speaks_english(folder: Path) -> None:
    shown = "".join(screen(str(folder), "--lang", "en", language="en").stdout.split())
    assert "go1,review1,no-go1" in shown
    assert "SetasideforSMEs" in shown


def test_json_is_the_models(folder: Path) -> None:
    table = ScreeningTable.model_validate_json(screen(str(folder), "--format", "json").stdout)
    assert [s.outcome for s in table.screenings] == ["go", "review", "no_go"]
    one = Screening.model_validate_json(screen(str(folder / "open.txt"), "-f", "json").stdout)
    assert one == table[0].model_copy(update={"uri": one.uri})
    lines = screen(str(folder), "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == ["go", "review", "no_go"]


def test_csv_is_one_table(folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(screen(str(folder), "-f", "csv").stdout.lstrip("\ufeff"))))
    assert {len(row) for row in rows} == {10}
    assert [row[1] for row in rows[1:]] == ["可投", "待定", "不可投"]


@pytest.mark.parametrize("suffix", ["json", "jsonl", "csv", "md", "html", "xlsx", "docx"])
def test_every_format_is_written(folder: Path, suffix: str) -> None:
    for source in (folder, folder / "open.txt"):
        target = folder.parent / f"out.{suffix}"
        result = screen(str(source), "-o", str(target))
        assert (result.exit_code, result.stdout) == (0, "")
        assert target.stat().st_size > 500


def test_the_workbook_has_the_ranks_and_all_checks(folder: Path) -> None:
    target = folder.parent / "out.xlsx"
    screen(str(folder), "-o", str(target))
    ranks, checks, _ = openpyxl.load_workbook(target).worksheets
    assert [ranks.cell(row, 2).value for row in (2, 3, 4)] == ["可投", "待定", "不可投"]
    assert checks.max_row > 30
    assert "本项目专门面向中小企业采购" in [checks.cell(row, 10).value for row in range(2, checks.max_row + 1)]


def test_binary_formats_need_a_file(folder: Path) -> None:
    result = screen(str(folder), "-f", "xlsx")
    assert result.exit_code == 2
    assert "--out" in result.stderr


@pytest.mark.parametrize(
    ("names", "fail_on", "code"),
    [
        (["open.txt"], "review", 0),
        (["open.txt", "hidden.txt"], "no-go", 0),
        (["open.txt", "hidden.txt"], "review", 3),
        (["open.txt", "closed.txt"], "no-go", 3),
        (["open.txt", "none.txt"], "no-go", 1),
    ],
)
def test_fail_on_is_for_scripts(folder: Path, names: list[str], fail_on: str, code: int) -> None:
    assert screen(*(str(folder / name) for name in names), "--fail-on", fail_on).exit_code == code


def test_what_cannot_be_read_is_told_beside_the_rest(folder: Path) -> None:
    result = screen(str(folder / "open.txt"), str(folder / "none.txt"))
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert "open" in result.stdout


def test_wrong_use_ends_with_two(folder: Path) -> None:
    bad = folder.parent / "bad.toml"
    bad.write_text('[organisation]\nform = "企业"\nsiez = "小型"\n', encoding="utf-8")
    result = run("screen", str(folder), "--profile", str(bad))
    assert result.exit_code == 2
    assert "organisation.size" in result.stderr
    assert run("screen", str(folder)).exit_code == 2
    assert run("screen", str(folder), "--profile", PROFILE, "--on", "3月2日").exit_code == 2


def test_a_new_profile_is_valid_and_an_old_one_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "org.toml"
    assert run("profile", "init", "-o", str(target)).exit_code == 0
    assert "组织形式" in target.read_text("utf-8")
    checked = run("profile", "check", str(target))
    assert checked.exit_code == 0
    assert "organisation.registered  (主体资格, 成立年限)" in checked.stdout
    target.write_text("x", encoding="utf-8")
    kept = run("profile", "init", "-o", str(target))
    assert (kept.exit_code, target.read_text("utf-8")) == (2, "x")
    assert run("profile", "init", "-o", str(target), "--force").exit_code == 0
    assert run("profile", "check", str(target)).exit_code == 0


def test_a_profile_is_printed_and_checked_in_english(tmp_path: Path) -> None:
    printed = run("profile", "init", "--lang", "en").stdout
    assert "Legal form" in printed
    (tmp_path / "bad.toml").write_text(printed + "\nregoins = []\n", encoding="utf-8")
    result = run("profile", "check", str(tmp_path / "bad.toml"), "--lang", "en")
    assert result.exit_code == 2
    assert "Near ones: wishes.regions" in result.stderr


def test_a_full_profile_leaves_nothing_out() -> None:
    assert "全部填写" in run("profile", "check", PROFILE).stdout
