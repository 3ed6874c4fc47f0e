"""Wrong use and broken surroundings, as a shell sees them: one sentence, the right exit code, nothing half written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tender_kit.app.cli.program import build_program

PROGRAM = [sys.executable, "-c", "from tender_kit.app.cli import main; main()"]
NOTICE = "项目名称:青石县第{}号社会救助服务项目\n预算金额:{}万元\n采购人:青石县民政局\n一、服务要求\n每季度入户走访不少于{}次。\n"
IS_ROOT = os.name == "nt" or os.geteuid() == 0


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in: two notices, a folder without any, a text that is no folder."""
    monkeypatch.chdir(tmp_path)
    for name, number in (("one.txt", 1), ("two.html", 2)):
        (tmp_path / name).write_text(NOTICE.format(number, number, number), "utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


def tool(*arguments: str, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], stderr=subprocess.PIPE, text=True, **{"stdout": subprocess.PIPE, **how})  # type: ignore[call-overload, no-any-return]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


WRONG = {
    "missing file": ("parse none.txt", 1, "找不到文件"),
    "missing file, checklist": ("checklist none.txt", 1, "找不到文件"),
    "empty name": ("parse ", 1, "找不到文件"),
    "folder without notices": ("parse empty", 1, "没有可读的公告文件"),
    "below a file": ("parse one.txt/x.txt", 1, "找不到文件"),
    "output is a folder": ("parse one.txt -o empty", 2, "empty/notices.xlsx"),
    "output is a folder, json": ("parse one.txt -f jsonl -o empty", 2, "empty/notices.jsonl"),
    "output is a folder, checklist": ("checklist one.txt -o empty", 2, "是一个目录"),
    "no folder for the output": ("parse one.txt -o none/a.jsonl", 2, "目录 none 不存在"),
    "output below a file": ("parse one.txt -o two.html/a.jsonl", 2, "目录 two.html 不存在"),
    "output is a device": ("parse one.txt -o /dev/null", 2, "不是普通文件"),
    "output is the input": ("parse two.html -o two.html", 2, "正是要读取的文件"),
    "output is in the input": ("compare . -o ./two.html", 2, "正是要读取的文件"),
    "output is the input, checklist": ("checklist two.html -o empty/../two.html", 2, "正是要读取的文件"),
    "failures go to the input": ("parse one.txt --failures one.txt", 2, "正是要读取的文件"),
    "unknown suffix": ("parse one.txt -o a.pdf", 2, ".docx"),
    "no suffix": ("compare one.txt two.html -o a", 2, ".docx"),
    "resume what": ("parse one.txt --resume", 2, "--out 文件名.jsonl"),
}


@pytest.mark.parametrize(("line", "code", "said"), WRONG.values(), ids=WRONG.keys())
def test_wrong_use_is_one_sentence(here: Path, line: str, code: int, said: str) -> None:
    before = files(here)
    done = tool(*line.split(" "))
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(here) == before


def test_the_sentence_comes_in_english(here: Path) -> None:
    for line, code, _ in WRONG.values():
        done = CliRunner().invoke(build_program("en"), [*line.split(" "), "--lang", "en"])
        assert done.exit_code == code
        assert done.stderr
        assert done.stderr.isascii(), done.stderr


BROKEN = {
    "noise.html": bytes(range(256)) * 9,
    "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 9,
    "old.doc.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "half.docx": b"PK\x03\x04 [Content_Types].xml word/document.xml",
    "archive.txt": b"PK\x03\x04" + bytes(100),
    "picture.htm": b"\x89PNG\r\n\x1a\n" + bytes(100),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_read_is_one_sentence(here: Path, name: str) -> None:
    (here / name).write_bytes(BROKEN[name])
    done = tool("parse", name, "-o", "a.jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}: ")
    assert len(done.stderr.splitlines()) == 1
    assert not list(here.glob("a.jsonl*"))


def test_files_in_a_folder_that_nobody_can_read_are_told(here: Path) -> None:
    for name in ("a.doc", "b.doc", "c.PNG", ".hidden.doc", "notes.csv"):
        (here / "empty" / name).touch()
    done = tool("parse", ".", "-f", "jsonl")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
    assert "3 个文件" in done.stderr
    assert ".doc × 2, .png × 1" in done.stderr


def test_failures_are_listed_and_kept(here: Path) -> None:
    done = tool("parse", "none.txt", ".", "-o", "a.jsonl", "--failures", "failures.jsonl")
    assert done.returncode == 1
    assert "3 个文件中有 1 个未能读取" in done.stderr
    assert (here / "failures.jsonl").read_text("utf-8").startswith('{"source":"none.txt","reason":"找不到文件')
    assert len((here / "a.jsonl").read_text("utf-8").splitlines()) == 2


@pytest.mark.skipif(IS_ROOT, reason="nothing is closed to the superuser")
def test_no_right_to_read_or_write(here: Path) -> None:
    (here / "one.txt").chmod(0)
    (here / "empty").chmod(0o500)
    assert "没有权限" in tool("parse", "one.txt").stderr
    assert "没有权限" in tool("parse", "two.html", "-o", "empty/a.jsonl").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("line", ["parse one.txt", "parse . -f jsonl", "checklist one.txt -f json", "--help"])
def test_a_full_disk_behind_stdout(here: Path, line: str) -> None:
    with open("/dev/full", "w") as full:
        done = tool(*line.split(), stdout=full)
    assert done.returncode == 2
    assert done.stderr == "无法输出:磁盘已满。请检查输出位置的空间和权限后再试。\n"


@pytest.mark.parametrize("out", ["a.jsonl", "a.xlsx"])
def test_a_full_disk_under_the_output(here: Path, out: str) -> None:
    """A limit on the size of files breaks the writing in the middle, as a full disk does."""
    resource = pytest.importorskip("resource")
    (here / out).write_text("what was there")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))  # noqa: E731 - runs in the child
    done = tool("parse", "one.txt", "two.html", "-o", out, preexec_fn=limit)
    assert done.returncode == 2
    assert "文件大小" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (here / out).read_text() == "what was there"
    assert [path.name for path in here.glob(".*")] == []


@pytest.mark.parametrize("line", ["parse . -f jsonl", "parse .", "schema"])
def test_a_closed_pipe_ends_it_without_a_word(here: Path, line: str) -> None:
    command = " ".join(f"'{part}'" for part in [*PROGRAM, *line.split()])
    done = subprocess.run(
        ["bash", "-c", f"{command} | true; exit ${{PIPESTATUS[0]}}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (141, "")


def start_long_run(here: Path, *more: str) -> subprocess.Popen[str]:
    """Start to read two hundred files, and wait until some are read."""
    (here / "many").mkdir(exist_ok=True)
    for number in range(200):
        (here / "many" / f"{number:03}.txt").write_text(NOTICE.format(number, number + 1, number % 9 + 1) * 9, "utf-8")
    arguments = ["parse", "many", "-o", "a.jsonl", "--workers", "2", *more]
    running = subprocess.Popen([*PROGRAM, *arguments], stderr=subprocess.PIPE, text=True, start_new_session=True)
    part = here / "a.jsonl.part"
    begun = part.stat().st_size if part.exists() else 0
    while running.poll() is None and not (part.exists() and part.stat().st_size > begun):
        time.sleep(0.005)
    return running


def test_a_run_that_is_stopped_goes_on(here: Path) -> None:
    """Ctrl-C, then no time to say good-bye, then to the end: the same file as that of one run."""
    running = start_long_run(here)
    os.killpg(running.pid, signal.SIGINT)
    said = running.communicate()[1]
    assert running.returncode == 130
    assert "a.jsonl.part" in said
    assert "--resume" in said
    assert len(said.splitlines()) == 1
    running = start_long_run(here, "--resume")
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    assert not (here / "a.jsonl").exists()
    done = tool("parse", "many", "-o", "a.jsonl", "--resume")
    assert done.returncode == 0
    assert "沿用之前已读的" in done.stderr
    assert tool("parse", "many", "-o", "b.jsonl", "--workers", "1").returncode == 0
    assert (here / "a.jsonl").read_bytes() == (here / "b.jsonl").read_bytes()
    assert not (here / "a.jsonl.part").exists()


def test_ctrl_c_while_nothing_is_written(here: Path) -> None:
    fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
    reading, writing = os.pipe()
    running = subprocess.Popen([*PROGRAM, "parse", "-"], stdin=reading, stderr=subprocess.PIPE, text=True)
    os.write(writing, "采购公告".encode())
    while int.from_bytes(fcntl.ioctl(reading, termios.FIONREAD, bytes(4)), sys.byteorder):  # until it waits for more
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    said = running.communicate()[1]
    assert (running.returncode, said) == (130, "已中断,没有写出任何文件。\n")
