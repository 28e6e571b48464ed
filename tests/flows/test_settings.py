"""onrecord.toml: what is typed comes before the environment, the environment before the file, and a
slip of the pen is told.
"""

import os
from pathlib import Path
from shutil import copyfile

import pytest
from click.testing import CliRunner, Result

from flows.cli import COMMANDS, onrecord
from flows.settings import SettingsError, read_settings, settle_environment


@pytest.fixture
def home(empty_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands are typed, with an empty warehouse; variables that a command
    sets go with the test.
    """
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD_WAREHOUSE", "ONRECORD_CONTACT", "ONRECORD_CONFIG"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    copyfile(empty_path, tmp_path / "mine.duckdb")
    return tmp_path


def run(settings: str, *arguments: str, **environment: str) -> Result:
    Path("onrecord.toml").write_text(settings, encoding="utf-8")
    return CliRunner(env=environment).invoke(onrecord, arguments)


def read(tmp_path: Path, settings: str) -> dict[str, str]:
    (tmp_path / "onrecord.toml").write_text(settings, encoding="utf-8")
    return dict(read_settings(tmp_path / "onrecord.toml", COMMANDS).environment or {})


def test_the_file_names_the_warehouse_and_the_options_of_a_command(home: Path) -> None:
    settings = 'warehouse = "mine.duckdb"\n[sql]\nformat = "csv"\nlimit = 2'
    assert run(settings, "sql", "from range(5)").output == "range\n0\n1\n"


def test_what_is_typed_comes_before_the_environment_and_that_before_the_file(home: Path) -> None:
    settings = 'warehouse = "mine.duckdb"\n[sql]\nformat = "csv"\nlimit = 2'
    assert run(settings, "sql", "from range(5)", ONRECORD_SQL_LIMIT="1").output == "range\n0\n"
    assert (
        run(settings, "sql", "from range(5)", "--limit", "3", ONRECORD_SQL_LIMIT="1").output
        == "range\n0\n1\n2\n"
    )


def test_sources_need_not_be_typed(home: Path) -> None:
    for sources in ('"inbox"', '["inbox", "archive"]'):
        told = run(f'warehouse = "mine.duckdb"\n[ingest]\nsources = {sources}', "ingest")
        assert "there is no file or folder 'inbox'" in told.output


def test_what_a_question_does_not_take_is_an_error_only_where_it_was_typed(home: Path) -> None:
    settings = 'warehouse = "mine.duckdb"\n[sql]\nspeaker = "Erik Halvorsen"'
    assert run(settings, "sql", "rejects_by_reason").exit_code == 0
    assert (
        "does not take speaker"
        in run(settings, "sql", "rejects_by_reason", "--speaker", "Erik Halvorsen").output
    )


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('warehose = "a"', "'warehose' is no setting; did you mean warehouse?"),
        ("[ingst]\nworkers = 2", "section 'ingst' is no setting; did you mean ingest?"),
        ("[sql]\nlimt = 2", "[sql] 'limt' is no setting; did you mean limit?"),
        (
            "[fetch]\nkeep_days = 2",
            "[fetch] 'keep_days' is no setting; did you mean keep_raw_days?",
        ),
        ("[fetch]\ncontact = ['a', 'b']", "contact takes one value"),
        ("[sql]\nlimit = -3", "onrecord.toml: Invalid value for '--limit': -3"),
        ("workers = ", "cannot be read: Invalid value"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_what_may_be_meant(
    home: Path, settings: str, words: str
) -> None:
    told = run(settings, "sql", "select 1")
    assert told.exit_code == 2
    assert words in told.output


def test_how_pages_are_fetched_goes_to_the_environment_where_scheduled_runs_find_it_too(
    tmp_path: Path,
) -> None:
    settings = '[fetch]\ncontact = "desk@example.org"\ntrust_lists = true\nkeep_raw_days = 90'
    told = {
        "ONRECORD_CONTACT": "desk@example.org",
        "ONRECORD_TRUST_LISTS": "True",
        "ONRECORD_KEEP_RAW_DAYS": "90",
    }
    assert read(tmp_path, settings) == told
    environment = {
        "ONRECORD_CONFIG": str(tmp_path / "onrecord.toml"),
        "ONRECORD_CONTACT": "typed@example.org",
    }
    settle_environment(COMMANDS, environment)
    assert environment["ONRECORD_CONTACT"] == "typed@example.org"
    assert environment["ONRECORD_KEEP_RAW_DAYS"] == "90"


def test_without_a_file_nothing_is_set_and_a_file_that_is_named_must_be_there(home: Path) -> None:
    assert settle_environment(COMMANDS, {}).environment is None
    with pytest.raises(SettingsError, match=r"no file nowhere\.toml, which ONRECORD_CONFIG names"):
        settle_environment(COMMANDS, {"ONRECORD_CONFIG": "nowhere.toml"})


def test_the_file_of_the_docs_is_one(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    settings = page.split("```toml\n")[1].split("```")[0]
    assert "ONRECORD_WAREHOUSE" in read(tmp_path, settings)
    assert not set(os.environ) & set(read(tmp_path, settings))
