"""No field falls below its floor: in the corpus, and in the shared sets where they lie beside the clone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from scripts import floors

FLOORS, LOWERED = floors.load()


@pytest.fixture(scope="module")
def measured() -> floors.Scores:
    return floors.measure()


@pytest.mark.parametrize("name", ["corpus", *floors.SETS])
def test_no_field_is_below_its_floor(name: str, measured: floors.Scores) -> None:
    if name not in measured:
        pytest.skip(f"{name} does not lie beside this clone")
    assert floors.fallen(FLOORS, {name: measured[name]}) == []


def test_there_is_a_floor_for_every_field_and_set(measured: floors.Scores) -> None:
    assert FLOORS.keys() >= {"corpus", *floors.SETS}
    missing = [field for field in measured["corpus"] if field not in FLOORS["corpus"]]
    assert missing == [], "run scripts/floors.py"


def test_every_floor_that_was_lowered_has_its_reason_in_the_changelog() -> None:
    told = floors.CHANGELOG.read_text("utf-8")
    assert [entry for entry in LOWERED if len(entry["reason"]) < 20 or entry["reason"] not in told] == []


def test_the_file_is_as_the_script_writes_it() -> None:
    assert floors.FLOORS.read_text("utf-8") == floors.dump(FLOORS, LOWERED)


def test_floors_only_rise_unless_a_field_is_named() -> None:
    before, now = {"corpus": {"budget": 0.9, "title": 0.9}}, {"corpus": {"budget": 0.8, "title": 0.95, "lots": 0.5}}
    assert floors.raised(before, now) == {"corpus": {"budget": 0.9, "title": 0.95, "lots": 0.5}}
    assert floors.raised(before, now, lower=["budget"])["corpus"]["budget"] == 0.8
    assert floors.fallen(before, now) == ["corpus: budget is 0.800, its floor is 0.900"]
    assert len(floors.fallen(before, {"corpus": {}})) == 2
    assert floors.fallen(before, {}) == []


def test_lowering_is_written_down(tmp_path: Path) -> None:
    before, now = {"corpus": {"budget": 0.9}}, {"corpus": {"budget": 0.8}}
    entries = floors.lower_entries(before, now, "budget", "gold was mended: a placeholder is no budget")
    path = tmp_path / "floors.toml"
    path.write_text(floors.dump(floors.raised(before, now, lower=["budget"]), entries), "utf-8")
    assert floors.load(path) == ({"corpus": {"budget": 0.8}}, entries)
    assert tomllib.loads(path.read_text("utf-8"))["lowered"][0]["from"] == 0.9
    assert floors.lower_entries(before, {"corpus": {"budget": 0.95}}, "budget", "x") == []


def test_a_field_is_not_lowered_without_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["floors.py", "--lower", "budget"])
    with pytest.raises(SystemExit):
        floors.main()
