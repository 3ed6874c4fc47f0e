"""Notices as JSON lines in a file: whole or not at all under its name, and the same whether the run was stopped or not."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

import tender_kit as tk
from tender_kit.batch.journal import Journal, part_of
from tender_kit.batch.lines import Step, write_lines
from tender_kit.batch.many import parse_many
from tender_kit.batch.results import Parsed

NOTICE = "项目名称:青石县第{}号社会救助服务项目\n预算金额:{}万元\n采购人:青石县民政局\n"
Parse = Callable[[Iterator[str]], Generator[Parsed, None, None]]
PARSE: Parse = partial(parse_many, workers=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Eight notices, and one file that cannot be read in the middle of them."""
    made = tmp_path / "folder"
    made.mkdir()
    for number in range(8):
        (made / f"{number}.txt").write_text(NOTICE.format(number, number + 1), "utf-8")
    (made / "3.pdf").write_bytes(b"%PDF- broken")
    return made


def names(folder: Path) -> list[str]:
    return sorted(map(str, folder.iterdir()))


def run(folder: Path, out: Path, *, resume: bool = True, parse: Parse = PARSE) -> list[Step]:
    return list(write_lines(names(folder), out, parse, resume=resume))


def stop_after(steps: int, folder: Path, out: Path) -> None:
    """Leave a run in the middle, as Ctrl-C does."""
    with closing(write_lines(names(folder), out, PARSE, resume=True)) as found:
        for _ in range(steps):
            next(found)


def whole(folder: Path) -> bytes:
    """What one uninterrupted run writes."""
    out = folder.parent / "whole.jsonl"
    run(folder, out, resume=False)
    return out.read_bytes()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "notices.jsonl"


class Watched:
    """Parse, and remember which files were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, paths: Iterator[str]) -> Generator[Parsed, None, None]:
        return parse_many((self.asked.append(path) or path for path in paths), workers=1)  # type: ignore[func-returns-value]

    @property
    def names(self) -> list[str]:
        return [Path(path).name for path in self.asked]


def test_a_line_for_each_notice_in_order(folder: Path, out: Path) -> None:
    steps = run(folder, out, resume=False)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["source"]["uri"] for line in lines] == [name for name in names(folder) if name.endswith(".txt")]
    assert out.read_text("utf-8").splitlines()[0] == tk.parse(folder / "0.txt").model_dump_json()
    assert [step.done for step in steps] == [*range(1, 10), 9]
    assert [Path(step.failure.source).name for step in steps if step.failure] == ["3.pdf"]
    assert not part_of(out).exists()


def test_nothing_has_the_final_name_before_all_is_read(folder: Path, out: Path) -> None:
    stop_after(3, folder, out)
    assert not out.exists()
    assert len(part_of(out).read_bytes().splitlines()) == 3


@pytest.mark.parametrize("steps", [0, 1, 4, 8, 9])
def test_a_resumed_run_ends_like_one_that_was_not_stopped(folder: Path, out: Path, steps: int) -> None:
    stop_after(steps, folder, out)
    parse = Watched()
    last = run(folder, out, parse=parse)[-1]
    read = steps - (steps > 3)  # 3.pdf comes fourth, and what cannot be read is tried again
    assert len(parse.asked) == 9 - read
    assert "3.pdf" in parse.names
    assert last.reused == read
    assert out.read_bytes() == whole(folder)
    assert not part_of(out).exists()


def test_stopped_again_and_again(folder: Path, out: Path) -> None:
    for _ in range(5):
        stop_after(2, folder, out)
    run(folder, out)
    assert out.read_bytes() == whole(folder)


@pytest.mark.parametrize("half", [b"{", b'{"source":{"uri":"x"', '{"预算'.encode()[:-1], b"\0" * 40])
def test_half_a_line_is_dropped(folder: Path, out: Path, half: bytes) -> None:
    stop_after(3, folder, out)
    with part_of(out).open("ab") as stream:
        stream.write(half)
    run(folder, out)
    assert out.read_bytes() == whole(folder)


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_a_part_that_is_cut_anywhere(folder: Path, out: Path, cut: int) -> None:
    stop_after(3, folder, out)
    kept = part_of(out).read_bytes()
    part_of(out).write_bytes(kept[: len(kept) * cut // 60])
    run(folder, out)
    assert out.read_bytes() == whole(folder)


def test_a_spoilt_line_is_read_again(folder: Path, out: Path) -> None:
    stop_after(3, folder, out)
    lines = part_of(out).read_bytes().splitlines(keepends=True)
    part_of(out).write_bytes(lines[0] + lines[1][:100] + b"\0" * 50 + lines[1][150:] + b"noise\n" + lines[2])
    parse = Watched()
    run(folder, out, parse=parse)
    assert parse.names[0] == "1.txt"
    assert out.read_bytes() == whole(folder)


def test_only_what_is_new_is_read(folder: Path, out: Path) -> None:
    run(folder, out)
    (folder / "1.txt").write_text(NOTICE.format(1, 99), "utf-8")  # changed
    (folder / "2.txt").unlink()
    (folder / "0a.txt").write_text(NOTICE.format(10, 10), "utf-8")
    (folder / "7.txt").rename(folder / '05 "新"\\名.txt')
    (folder / "8.txt").write_bytes((folder / "6.txt").read_bytes())  # the same notice under two names
    parse = Watched()
    run(folder, out, parse=parse)
    assert parse.names == ["0a.txt", "1.txt", "3.pdf"]
    assert out.read_bytes() == whole(folder)


def test_the_suffix_belongs_to_what_is_read(folder: Path, out: Path) -> None:
    """A text becomes Markdown by its name, so a line is not used for a file of another kind."""
    run(folder, out)
    (folder / "0.txt").rename(folder / "0.md")
    run(folder, out)
    assert json.loads(out.read_text("utf-8").splitlines()[0])["source"]["media_type"] == "text/markdown"
    assert out.read_bytes() == whole(folder)


def test_without_resume_all_is_read(folder: Path, out: Path) -> None:
    stop_after(3, folder, out)
    parse = Watched()
    run(folder, out, resume=False, parse=parse)
    assert len(parse.asked) == 9
    assert out.read_bytes() == whole(folder)


def test_where_nothing_can_be_read_nothing_is_written(folder: Path, out: Path) -> None:
    out.write_text("what was there\n")
    list(write_lines([str(folder / "3.pdf"), "none.txt"], out, PARSE))
    assert out.read_text() == "what was there\n"
    assert not part_of(out).exists()


def test_two_runs_do_not_write_one_file(folder: Path, out: Path) -> None:
    pytest.importorskip("fcntl")
    with Journal(out, resume=False), pytest.raises(BlockingIOError):
        run(folder, out)


def test_processes_and_resuming_together(folder: Path, out: Path) -> None:
    stop_after(2, folder, out)
    run(folder, out, parse=partial(parse_many, workers=2))
    assert out.read_bytes() == whole(folder)
