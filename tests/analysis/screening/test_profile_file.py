"""Profiles as files: the template is valid, faults are told with key, line and what belongs there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import tender_kit as tk
from tender_kit.analysis.screening.profile_file import all_keys, load_profile, missing_fields, parse_profile, template
from tender_kit.core.errors import TenderKitError
from tender_kit.models.profile import Profile
from tender_kit.models.profile_values import CHINESE, Form
from tender_kit.vocab.words import Language

ROOT = Path(__file__).parent.parent.parent.parent
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def fault(text: str) -> TenderKitError:
    with pytest.raises(TenderKitError) as caught:
        parse_profile(text, name="org.toml")
    return caught.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_valid_and_states_nothing_but_the_form(language: Language) -> None:
    profile = parse_profile(template(language))
    assert profile == Profile.model_validate({"organisation": {"form": "private_non_enterprise"}})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_with_its_comments_taken_off_is_valid_and_names_every_key(language: Language) -> None:
    """All examples in it are right, and no field is left unexplained."""
    lines = [re.sub(r"^# (?=[\[{}\] ]|[a-z_]+ = )", "", line) for line in template(language).splitlines()]
    # Empty lists stand for the blocks below, a size or a class only for other forms.
    kept = [line for line in lines if not re.match(r"(certificates|staff|projects|size|institution_class)\b", line)]
    profile = parse_profile("\n".join(kept))
    assert missing_fields(profile) == ()
    named = set(re.findall(r"^#? *\[*([a-z_]+)(?:\]| = )", template(language), re.M)) | {"year", "result"}
    assert {key.rpartition(".")[2] for key in all_keys()} <= named


@pytest.mark.parametrize("name", ["org.toml", "company.toml"])
def test_the_examples_are_valid(name: str) -> None:
    profile = tk.load_profile(ROOT / "examples" / name)
    assert profile.organisation.name
    assert Profile.model_validate_json(profile.model_dump_json()) == profile


def test_chinese_and_english_values_are_one() -> None:
    for words, value in CHINESE.items():
        if value in set(Form):
            assert parse_profile(f'[organisation]\nform = "{words}"').organisation.form == value


@pytest.mark.parametrize(
    ("text", "said", "said_en"),
    [
        ('[organisation]\nform = "企业"\nsiez = "小型"', "organisation.siez(第 3 行)", "organisation.size"),
        ('[organisation]\nform = "企业"\nregistered = "2016年"', "registered = 2016-05-20", "(line 3)"),
        ('[organisation]\nname = "和风"', "organisation.form(第 1 行):缺少", "is missing"),
        ('[organisation]\nform = "公益组织"', "民办非企业单位、社会团体", "private_non_enterprise"),
        ('[organisation]\nform = "企业"\n[wishs]\nregions = []', "相近的键:wishes", "Near ones: wishes"),
        ('[organisation]\nform = "企业"\nliquidity_yuan = 5', "finance.liquidity_yuan", "finance.liquidity_yuan"),
        ('[organisation]\nform = "民办非企业单位"\nsize = "小型"', "只有企业", "only enterprises"),
        ('[organisation]\nform = "企业"\n[certificates]\nname = "x"', "[[certificates]]", "[[certificates]]"),
        ('[organisation]\nform = "企业"\n[[staff]]\ncertificate = "社工"\ncount = -1', "staff[1].count(第 5 行)", "count = 4"),
        ('[organisation]\nform = "企业"\n[wishes]\nregions = "浙江"', 'regions = ["浙江省"]', 'regions = ["浙江省"]'),
        ('[organisation]\nform = 企业', "不是正确的 TOML", "no valid TOML"),
    ],
)  # fmt: skip
def test_a_fault_says_where_what_and_how(text: str, said: str, said_en: str) -> None:
    error = fault(text)
    assert said in error.message
    assert said_en in error.english


def test_all_faults_are_told_at_once() -> None:
    error = fault('[organisation]\nform = "企业"\nsiez = 1\nregistered = "x"\n[wishes]\nregoins = []')
    assert "3 处" in error.message
    assert len(error.message.splitlines()) == 4


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 20, b"x = " + b"1" * 2_000_000])
def test_what_is_no_profile_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "org.toml"
    path.write_bytes(data)
    with pytest.raises(TenderKitError):
        load_profile(path)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(TenderKitError, match="profile init"):
        load_profile(tmp_path / "none.toml")


def test_what_is_left_out_is_listed_but_not_what_cannot_be_asked() -> None:
    company = missing_fields(parse_profile('[organisation]\nform = "企业"'))
    agency = missing_fields(parse_profile('[organisation]\nform = "民办非企业单位"'))
    assert "organisation.size" in company
    assert "organisation.size" not in agency
    assert {"rating", "annual_inspections"} <= set(agency) - set(company)
    assert not [field for field in agency if field.startswith("wishes.")]


def test_every_field_of_a_profile_has_an_example_that_is_toml() -> None:
    from tender_kit.analysis.screening.profile_file import _example, field_at

    for key in all_keys():
        field = field_at(tuple(key.split(".")))
        assert field is not None
        if field.examples:
            tomllib.loads(f"x = {_example(field)}")
