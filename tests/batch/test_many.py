"""Many files: in their order, on any number of processes, whatever one of them does to its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.batch.readers import read

import tender_kit as tk
from tender_kit.batch.many import AHEAD, parse_many, read_many
from tender_kit.batch.results import Parsed

ROOT = Path(__file__).parent.parent.parent
CORPUS = sorted((ROOT / "corpus").glob("*/source.*"))
NOTICE = "项目名称:青石县社会救助服务项目\n预算金额:50万元\n采购人:青石县民政局\n"
Write = Callable[..., list[Path]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Make files of given beginnings, each a notice behind that."""

    def make(*beginnings: str) -> list[Path]:
        paths = [tmp_path / f"{number:03}.txt" for number in range(len(beginnings))]
        for path, beginning in zip(paths, beginnings, strict=True):
            path.write_text(f"{beginning} {NOTICE}{path.name}", "utf-8")
        return paths

    return make


def reasons(found: Iterator[Parsed]) -> list[str]:
    return [parsed.failure.reason if parsed.failure else "" for parsed in found]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def test_the_results_are_those_of_reading_one_by_one() -> None:
    for path, parsed in zip(CORPUS, parse_many(CORPUS, workers=2), strict=True):
        alone = tk.parse(path)
        assert (parsed.path, parsed.failure) == (str(path), None)
        assert parsed.line.decode() == alone.model_dump_json()
        assert parsed.notice is not None
        assert parsed.notice.document.text == alone.document.text
        assert parsed.notice == alone.model_copy(update={"document": parsed.notice.document})


def test_any_number_of_processes_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "noise.pdf").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "empty").mkdir()
    paths = [*CORPUS[:9], tmp_path / "none.txt", *CORPUS[9:], tmp_path / "noise.pdf", tmp_path / "empty", *CORPUS[:3]]
    found = [list(parse_many(paths, workers=workers)) for workers in (1, 3)]
    said = [[(parsed.path, parsed.line, parsed.failure) for parsed in run] for run in found]
    assert said[0] == said[1]
    assert [parsed.path for parsed in found[0]] == [str(path) for path in paths]
    assert [index for index, parsed in enumerate(found[0]) if parsed.failure] == [9, len(CORPUS) + 1, len(CORPUS) + 2]


def test_what_cannot_be_read_says_why_in_both_languages(tmp_path: Path) -> None:
    noise = tmp_path / "noise.html"
    noise.write_bytes(bytes(range(256)) * 9)
    paths = ["none.txt", "", str(tmp_path / "none" / "x.txt"), str(noise)]
    zh, en = (reasons(parse_many(paths, workers=1, language=language)) for language in ("zh", "en"))
    assert [reason[:5] for reason in zh] == ["找不到文件", "找不到文件", "找不到文件", "无法识别该"]
    assert all(reason.isascii() for reason in en)
    assert all(parsed.notice is None for parsed in parse_many(paths, workers=1))


def test_folders_and_single_paths(tmp_path: Path, write: Write) -> None:
    one, two = write("", "")
    (tmp_path / "picture.png").touch()
    (tmp_path / "deeper").mkdir()
    three = two.rename(tmp_path / "deeper" / "three.TXT")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    names = [parsed.path for parsed in parse_many(tmp_path, workers=1)]
    assert names == [str(one), str(three), str(tmp_path / "lost.txt")]
    assert [parsed.path for parsed in parse_many(str(one), workers=1)] == [str(one)]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text(NOTICE, "utf-8")
    (parsed,) = parse_many(path, workers=2)
    assert parsed.path == str(path)
    assert parsed.notice is not None
    assert parsed.notice.source.uri.endswith("\ufffd.txt")


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"workers": -1}, {"seconds": 0}])
def test_wrong_numbers_are_refused_at_once(wrong: dict[str, int]) -> None:
    with pytest.raises(tk.TenderKitError, match=r"workers|seconds"):
        parse_many([], **wrong)


def test_limits_reach_the_processes(write: Write) -> None:
    assert all("Limits(bytes" in reason for reason in reasons(parse_many(write("", ""), workers=2, limits=tk.Limits(bytes=10))))


def test_a_file_that_ends_its_process_costs_nothing_else(write: Write) -> None:
    found = reasons(read_many(write("", "EXIT", "", "KILL", "KILL", "RAISE", ""), read, workers=2))
    assert [bool(reason) for reason in found] == [False, True, False, True, True, True, False]
    assert "exit 3" in found[1]
    assert "SIGKILL" in found[3]
    assert "ZeroDivisionError" in found[5]


def test_a_file_beside_which_a_process_died_is_read_again(write: Write) -> None:
    assert reasons(read_many(write("ONCE", "", ""), read, workers=2)) == [""] * 3


@pytest.mark.parametrize("deed", ["SLEEP", "GRIND"])
def test_a_file_that_never_ends_is_given_up(write: Write, deed: str) -> None:
    found = reasons(read_many(write("", deed, "", ""), read, workers=2, seconds=2, language="en"))
    assert [bool(reason) for reason in found] == [False, True, False, False]
    assert "after 2 seconds" in found[1]


def test_what_libraries_print_is_not_taken_for_an_answer(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert reasons(read_many(write("TALK", "TALK", ""), read, workers=2)) == [""] * 3
    assert capfd.readouterr() == ("", "")


def test_no_process_at_all_is_one_clear_error(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(tk.TenderKitError, match="workers=1"):
        list(read_many(write("", "", ""), read, workers=2))
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(tk.TenderKitError, match="workers=1"):
        list(read_many(write("", "", ""), read, workers=2))


def test_few_files_are_under_way_however_many_there_are(write: Write) -> None:
    (path,) = write("")
    pulled = 0

    def paths() -> Iterator[Path]:
        nonlocal pulled
        for pulled in range(1, 101):  # noqa: B007 - counted outside
            yield path

    most = max(pulled - taken for taken, _ in enumerate(read_many(paths(), read, workers=2)))
    assert 0 < most <= AHEAD * 2
    assert pulled == 100


def test_the_first_result_does_not_wait_for_the_last_path(write: Write) -> None:
    """A source of paths that never ends and hardly begins: what is done is given as soon as another path comes."""

    def paths() -> Iterator[Path]:
        while True:
            yield path
            time.sleep(0.01)

    (path,) = write("")
    found = parse_many(paths(), workers=2)
    assert next(found).failure is None
    found.close()


def test_leaving_the_loop_ends_the_processes(write: Write) -> None:
    paths = write("", "WAIT", "WAIT", "WAIT")
    found = read_many(paths, read, workers=2)
    assert next(found).failure is None
    notes = [path.with_suffix(".pid") for path in paths[1:3]]
    assert wait_until(lambda: all(note.exists() and note.read_text() for note in notes))
    pids = [int(note.read_text()) for note in notes]
    assert all(map(is_running, pids))
    found.close()
    assert not any(map(is_running, pids))


# A script as analysts write it: no `if __name__ == "__main__"`.
SCRIPT = """
import sys
from tests.batch.readers import read
from tender_kit.batch.many import read_many
for parsed in read_many(sys.argv[1:], read, workers=2):
    print(parsed.notice.budget.value.yuan, flush=True)
"""


def start_script(tmp_path: Path, paths: list[Path]) -> subprocess.Popen[str]:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    return subprocess.Popen([sys.executable, script, *paths], env=surroundings, stdout=subprocess.PIPE, text=True)


def test_a_script_needs_no_guard(tmp_path: Path, write: Write) -> None:
    said, _ = start_script(tmp_path, write("", "", "")).communicate()
    assert said.split() == ["500000"] * 3


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_its_caller(tmp_path: Path, write: Write, how: signal.Signals) -> None:
    """Also where the caller has no time to say good-bye, and the process is in the middle of a file that ends some day."""
    paths = write("", *["TALK"] * 100)
    caller = start_script(tmp_path, paths)
    assert caller.stdout
    assert caller.stdout.readline() == "500000\n"
    pids = [int(pid) for pid in Path(f"/proc/{caller.pid}/task/{caller.pid}/children").read_text().split()]
    pids += [int(pid) for task in Path(f"/proc/{caller.pid}/task").iterdir() for pid in (task / "children").read_text().split()]
    assert len(set(pids)) == 2
    caller.send_signal(how)
    caller.communicate()
    assert wait_until(lambda: not any(map(is_running, pids)))
