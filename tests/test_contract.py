"""What is promised outside: names, schemas, examples, help, and a quick import."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import tender_kit
from tender_kit.app.cli.fields import known_paths
from tender_kit.app.schemas import MODELS, schema_text
from tender_kit.vocab.words import load_words

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = ("parse", "explain", "compare", "screen", "profile", "checklist", "schema")
HEAVY = ("pandas", "matplotlib", "jieba", "bs4", "lxml", "openpyxl", "docx", "numpy", "pypdf", "typer", "rich", "jinja2")
VERBS = {"parse", "compare", "screen", "load_profile", "checklist", "export", "Notice", "Notices", "Profile", "Screening"}


def test_every_promised_name_is_there() -> None:
    assert set(tender_kit.__all__) >= VERBS
    assert len(tender_kit.__all__) == len(set(tender_kit.__all__))
    for name in tender_kit.__all__:
        assert getattr(tender_kit, name).__doc__, name


def test_importing_loads_nothing_heavy() -> None:
    code = f"import sys, tender_kit; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.parametrize("name", MODELS)
def test_schemas_are_in_step_with_the_models(name: str) -> None:
    stored = (ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8")
    assert stored == schema_text(name), "run: make schemas"


def described(schema: dict[str, Any]) -> list[tuple[str, str]]:
    """Every field of every model in a schema with its description."""
    models = {schema["title"]: schema, **schema["$defs"]}
    return [
        (f"{model}.{field}", how.get("description", ""))
        for model, body in models.items()
        for field, how in body.get("properties", {}).items()
    ]


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_described_in_english_and_in_chinese(name: str) -> None:
    bare = [
        f
        for f, said in described(json.loads(schema_text(name)))
        if not (re.search(r"[A-Za-z]{2}", said) and re.search("[一-鿿]", said))
    ]
    assert bare == []


def test_the_catalogue_has_both_languages_for_everything() -> None:
    for name in ("words.toml", "messages.toml"):
        text = (ROOT / "src" / "tender_kit" / "vocab" / "data" / name).read_text("utf-8")
        for table, rows in tomllib.loads(text).items():
            for key, pair in rows.items():
                assert len(pair) == 2, f"{table}.{key}"
                assert set(re.findall(r"\{(\w+)\}", pair[0])) == set(re.findall(r"\{(\w+)\}", pair[1])), f"{table}.{key}"


def test_the_catalogue_names_no_field_that_is_not_there() -> None:
    aliases = {"measures", "coverage", "findings"}
    assert set(load_words("zh").table("field")) - aliases <= set(known_paths())


def test_the_readme_documents_every_command() -> None:
    for command in COMMANDS:
        assert f"tender-kit {command}" in README
        assert (ROOT / "src" / "tender_kit" / "app" / "cli" / f"{command}.py").is_file()


def test_the_readme_names_no_command_and_no_option_that_is_not_there() -> None:
    said = set(re.findall(r"tender-kit (\w+)", README))
    assert said <= set(COMMANDS)
    sources = "".join(
        (ROOT / "src" / "tender_kit" / "app" / "cli" / f"{name}.py").read_text("utf-8") for name in (*COMMANDS, "program")
    )
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", "".join(re.findall(r"tender-kit[^\n`]*", README))))
    assert [option for option in sorted(options) if option not in sources and option != "--help"] == []


def test_the_readme_examples_run(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.S)
    assert blocks
    code = "\n".join(blocks).replace("out/", f"{tmp_path}/")
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_full_sentences_with_examples(command: str, language: str) -> None:
    text = load_words(language).say(f"help_{command}")  # type: ignore[arg-type]
    assert re.search(r"[。.]\n", text)
    assert f"tender-kit {command}" in text


CONSOLE = re.findall(r"```console\n\$ (tender-kit [^\n]+)\n(.*?)```", README, re.S)


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[command.split()[1] for command, _ in CONSOLE])
def test_the_output_in_the_readme_is_real(command: str, shown: str) -> None:
    """What is shown is what is printed, but for the lines left out (…) and the blanks of the layout."""
    program = [str(Path(sys.executable).parent / "tender-kit"), *command.split()[1:]]
    printed = subprocess.check_output(program, cwd=ROOT, text=True, env={**os.environ, "COLUMNS": "110"})
    bare = "".join(printed.split())
    missing = [line for line in shown.splitlines() if line != "…" and "".join(line.split()) not in bare]
    assert missing == []
