"""`onrecord entities` on a real warehouse: corrections are written, seen at once, replayed by a
later linking, listed and undone.
"""

from pathlib import Path
from shutil import copyfile

import pytest
from click.testing import CliRunner, Result

from flows.across import relate
from flows.commands.entities import entities
from flows.linking import link_new
from tests.articles import make_findings
from transforms.records import Batch
from warehouse.build import open_build
from warehouse.connect import connect
from warehouse.load import load_batch

ARTICLES = {
    "one": ("Ann Brook spoke in Porto.", {"Ann Brook": "person", "Porto": "place"}),
    "two": ("Annie Brook-Vale spoke in Lisbon.", {"Annie Brook-Vale": "person", "Lisbon": "place"}),
    "three": (
        "Ann Brook won in Porto for Quayside.",
        {"Ann Brook": "person", "Porto": "place", "Quayside": "place"},
    ),
}
MERGE = ("merge", "Ann Brook", "Annie Brook-Vale")


@pytest.fixture(scope="module")
def linked(empty_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(copyfile(empty_path, tmp_path_factory.mktemp("linked") / "onrecord.duckdb"))
    findings = tuple(
        make_findings(text, {}, names, url=f"https://post.example/{name}")
        for name, (text, names) in ARTICLES.items()
    )
    with open_build(path) as build:
        load_batch(build.connection, Batch(findings), "run-1")
        link_new(build.connection)
        relate(build.connection)
        build.publish()
    return path


@pytest.fixture
def warehouse(linked: Path, tmp_path: Path) -> Path:
    return Path(copyfile(linked, tmp_path / "onrecord.duckdb"))


def run(warehouse: Path, *arguments: str) -> Result:
    return CliRunner().invoke(entities, [*arguments, "--warehouse", str(warehouse)])


def ask(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with connect(warehouse, read_only=True) as connection:
        return connection.execute(query).fetchall()


def people(warehouse: Path) -> list[tuple[object, ...]]:
    return ask(warehouse, "select name from core.entity where kind = 'person' order by name")


def key_of_article(name: str) -> str:
    return make_findings(
        *ARTICLES[name][:1], {}, ARTICLES[name][1], url=f"https://post.example/{name}"
    ).article.article_id


def test_a_correction_that_is_refused_leaves_no_copy_of_the_warehouse(warehouse: Path) -> None:
    before = warehouse.read_bytes()
    refused = run(warehouse, "merge", "Ann Brook", "Nobody At All")
    assert refused.exit_code == 1
    assert {path.name for path in warehouse.parent.iterdir()} <= {
        "onrecord.duckdb",
        "onrecord.duckdb.lock",
    }
    assert warehouse.read_bytes() == before


@pytest.mark.parametrize("command", ["apply", "load"])
@pytest.mark.parametrize(
    "content",
    [b"action,entity\n\xff\xfe", b'action,entity\n"' + b"x" * 200_000],
    ids=["no UTF-8", "an endless field"],
)
def test_a_file_that_is_no_csv_is_told_in_one_line(
    warehouse: Path, tmp_path: Path, command: str, content: bytes
) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    refused = run(warehouse, command, str(tmp_path / "list.csv"))
    assert refused.exit_code == 1
    assert len(refused.output.splitlines()) == 1
    assert "list.csv" in refused.output


def test_joins_are_shown_with_what_they_rest_on_the_least_sure_first(warehouse: Path) -> None:
    run(warehouse, *MERGE)
    shown = run(warehouse, "joins")
    assert shown.exit_code == 0, shown.output
    assert "own list or correction" in shown.output
    assert "Annie Brook-Vale" in run(warehouse, "joins", "Ann Brook", "--kind", "person").output
    scores = [
        score for (score,) in ask(warehouse, "select score from core.entity_join order by score")
    ]
    assert all(0 < score <= 1 for score in scores)


def test_a_merge_makes_two_entities_one_and_says_so(warehouse: Path) -> None:
    assert people(warehouse) == [("Ann Brook",), ("Annie Brook-Vale",)]
    done = run(warehouse, *MERGE, "--reason", "she married", "--by", "ida")
    assert done.exit_code == 0, done.output
    assert "merge Ann Brook <- Annie Brook-Vale" in done.output
    assert people(warehouse) == [("Ann Brook",)]
    assert ask(
        warehouse,
        "select distinct alias from core.entity_alias natural join core.entity where kind = 'person' order by alias",
    ) == [
        ("Ann Brook",),
        ("Annie Brook-Vale",),
    ]


def test_the_entity_of_mentions_follows(warehouse: Path) -> None:
    run(warehouse, *MERGE)
    assert ask(
        warehouse,
        "select count(distinct entity_id), count(*) from core.entity_mention where kind = 'person'",
    ) == [(1, 3)]


def test_a_correction_is_listed_with_who_and_why_and_can_be_undone(warehouse: Path) -> None:
    key = run(warehouse, *MERGE, "--reason", "she married", "--by", "ida").output.split()[0]
    listed = run(warehouse, "list").output
    assert key in listed
    assert "she married" in listed
    assert "ida" in listed
    assert run(warehouse, "undo", key).exit_code == 0
    assert people(warehouse) == [("Ann Brook",), ("Annie Brook-Vale",)]
    again = run(warehouse, "undo", key)
    assert again.exit_code == 1
    assert "onrecord entities list" in again.output


def test_merging_twice_is_merging_once(warehouse: Path) -> None:
    run(warehouse, *MERGE)
    once = ask(warehouse, "from core.entity order by all")
    assert run(warehouse, *MERGE).exit_code == 0
    assert ask(warehouse, "from core.entity order by all") == once


def test_a_split_by_article_makes_two_of_one_name(warehouse: Path) -> None:
    assert run(warehouse, "split", "Ann Brook", "--article", key_of_article("three")).exit_code == 0
    assert people(warehouse) == [("Ann Brook",), ("Ann Brook",), ("Annie Brook-Vale",)]
    several = run(warehouse, "rename", "Ann Brook", "Ann Brook the rower")
    assert several.exit_code == 1
    assert "2 entities are called" in several.output


def test_a_correction_finds_its_entity_where_a_migration_left_the_linking_to_the_next_run(
    warehouse: Path,
) -> None:
    with connect(warehouse) as connection:
        connection.execute("update core.referent set entity_id = null")
    assert run(warehouse, "rename", "Ann Brook", "Ann Brook of Porto").exit_code == 0
    assert ("Ann Brook of Porto",) in people(warehouse)


def test_a_rename_keeps_the_key(warehouse: Path) -> None:
    before = ask(warehouse, "select entity_id from core.entity where name = 'Porto'")
    run(warehouse, "rename", "Porto", "Porto on the Douro")
    assert (
        ask(warehouse, "select entity_id from core.entity where name = 'Porto on the Douro'")
        == before
    )
    assert len(before) == 1


def test_a_retype_moves_the_entity_to_its_kind(warehouse: Path) -> None:
    run(warehouse, "retype", "Quayside", "organisation")
    assert ask(warehouse, "select name from core.entity where kind = 'organisation'") == [
        ("Quayside",)
    ]


def test_corrections_survive_a_new_linking(warehouse: Path) -> None:
    run(warehouse, *MERGE)
    run(warehouse, "rename", "Porto", "Oporto")
    before = ask(warehouse, "from core.entity order by all")
    assert (
        run(warehouse, "rename", "Lisbon", "Lisbon").exit_code == 0
    )  # every edit links the whole warehouse anew
    assert ask(warehouse, "from core.entity order by all") == before


def test_corrections_come_from_a_csv_file_too(warehouse: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.csv"
    file.write_text(
        "action,entity,others,new_name,reason\nmerge,Ann Brook,Annie Brook-Vale,,one woman\nrename,Porto,,Oporto,\n",
        encoding="utf-8",
    )
    assert run(warehouse, "apply", str(file)).exit_code == 0
    assert people(warehouse) == [("Ann Brook",)]


def test_a_bad_line_of_a_csv_file_is_named_and_nothing_is_changed(
    warehouse: Path, tmp_path: Path
) -> None:
    file = tmp_path / "corrections.csv"
    file.write_text(
        "action,entity,others\nmerge,Ann Brook,Annie Brook-Vale\nmarry,Ann Brook,\n",
        encoding="utf-8",
    )
    failed = run(warehouse, "apply", str(file))
    assert failed.exit_code == 1
    assert "line 3: 'marry' is none of merge, split, rename, retype" in failed.output
    assert people(warehouse) == [("Ann Brook",), ("Annie Brook-Vale",)]


def test_a_line_may_speak_of_what_a_line_before_it_has_made(
    warehouse: Path, tmp_path: Path
) -> None:
    file = tmp_path / "corrections.csv"
    file.write_text(
        "action,entity,others,new_name\nrename,Porto,,Oporto\nmerge,Oporto,Lisbon,\n",
        encoding="utf-8",
    )
    assert run(warehouse, "apply", str(file)).exit_code == 0
    assert ask(
        warehouse, "select name from core.entity where kind = 'place' and name <> 'Quayside'"
    ) == [("Oporto",)]
    again = run(warehouse, "apply", str(file))
    assert (again.exit_code, again.output) == (0, "2 of 2 stand already\n")


def test_what_fails_after_a_line_that_was_right_leaves_no_trace(
    warehouse: Path, tmp_path: Path
) -> None:
    before = ask(warehouse, "from core.entity order by all")
    file = tmp_path / "corrections.csv"
    file.write_text(
        "action,entity,new_name\nrename,Porto,Oporto\nrename,Nobody,Somebody\n", encoding="utf-8"
    )
    failed = run(warehouse, "apply", str(file))
    assert failed.exit_code == 1
    assert "corrections.csv, line 3: no entity is called 'Nobody'" in failed.output
    with open_build(
        warehouse
    ) as build:  # the build file that the failed command left is taken up again
        assert build.connection.execute("from core.entity order by all").fetchall() == before
        assert build.connection.execute("from ops.correction").fetchall() == []


def test_saved_corrections_make_a_new_warehouse_the_same(
    linked: Path, warehouse: Path, tmp_path: Path
) -> None:
    run(warehouse, *MERGE, "--reason", "she married", "--by", "ida")
    run(warehouse, "split", "Porto", "--article", key_of_article("three"))
    run(warehouse, "retype", "Quayside", "organisation")
    run(warehouse, "rename", "Lisbon", "Lisboa")
    undone = run(warehouse, "rename", "Lisboa", "Olisipo").output.split()[0]
    run(warehouse, "undo", undone)
    assert run(warehouse, "save", str(tmp_path / "kept.csv")).output.strip().endswith("kept.csv: 4")
    anew = Path(copyfile(linked, tmp_path / "anew.duckdb"))
    assert run(anew, "apply", str(tmp_path / "kept.csv")).exit_code == 0
    for query in (
        "from core.entity order by all",
        "select referent_id, entity_id from core.referent order by all",
    ):
        assert ask(anew, query) == ask(warehouse, query)
    assert ask(anew, "select distinct made_by from ops.correction where action = 'merge'") == [
        ("ida",)
    ]
    assert "4 of 4 stand already" in run(anew, "apply", str(tmp_path / "kept.csv")).output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("split", "Ann Brook", "--name", "Milo"),
            "no article calls 'Ann Brook' 'Milo'; they call it Ann Brook",
        ),
        (("split", "Ann Brook", "--article", "0" * 16), f"'Ann Brook' is not in {'0' * 16}"),
        (("rename", "Porto", " "), "'Porto' needs a name"),
        (("retype", "Porto", "place"), "'Porto' is of kind place already"),
        (("merge", "Ann Brook", "Porto"), "'Porto' is of kind place, not person: retype it first"),
    ],
)
def test_a_correction_that_would_change_nothing_is_refused(
    warehouse: Path, arguments: tuple[str, ...], message: str
) -> None:
    refused = run(warehouse, *arguments)
    assert refused.exit_code == 1
    assert message in refused.output
    assert ask(warehouse, "from ops.correction") == []


def test_an_unknown_entity_is_an_error_that_says_what_to_do(warehouse: Path) -> None:
    failed = run(warehouse, "rename", "Nobody At All", "Somebody")
    assert failed.exit_code == 1
    assert "onrecord entities find" in failed.output


def test_a_file_that_is_no_warehouse_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no warehouse " * 2000)
    for arguments in (("list",), ("find", "Ann Brook"), ("merge", "Ann Brook", "Milo Quill")):
        failed = run(tmp_path / "notes.txt", *arguments)
        assert failed.exit_code == 1
        assert len(failed.output.splitlines()) == 1
    assert "make one with" in run(tmp_path / "none.duckdb", "list").output


def test_a_list_of_ones_own_wins(warehouse: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    lines = [
        "id,name,aliases,kind,wikidata,geonames",
        "p1,Ann Brook-Vale,Ann Brook|Annie Brook-Vale,person,Q000,",
        "l1,Porto,,place,,2735943",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert run(warehouse, "load", str(file)).output.strip() == "entities of your own: 2"
    assert ask(warehouse, "select name, wikidata_id from core.entity where kind = 'person'") == [
        ("Ann Brook-Vale", "Q000")
    ]
    assert ask(warehouse, "select geonames_id from core.entity where name = 'Porto'") == [
        (2735943,)
    ]


def test_find_shows_the_names_of_an_entity(warehouse: Path) -> None:
    assert "Annie Brook-Vale" in run(warehouse, "find", "annie brook-vale").output
