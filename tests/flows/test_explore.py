"""`onrecord explore`: questions and SQL are answered, nothing is written or reached, and only this
machine's own browser is served.
"""

import socket
from collections.abc import Mapping
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from flows.cli import onrecord
from flows.explorer.answers import Answered, Desk, answer, as_csv, list_choices
from flows.explorer.server import make_server
from warehouse.questions import make_question, read_question


def ask(path: Path, sql: str, given: Mapping[str, object] | None = None) -> Answered:
    return answer(Desk(path), make_question("your query", sql), given or {})


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to 'out.csv'",
        "copy mart.quote to 'out.parquet'",
        "export database 'out'",
        "attach 'other.duckdb'",
        "install httpfs",
        "load httpfs",
        "from read_csv('/etc/passwd')",
        "from read_text('/etc/passwd')",
        "from '/etc/passwd'",
        "from glob('/*')",
        "from query('select 1')",
        "select 1; drop table core.article",
        "delete from core.article",
        "update core.article set title = 'x'",
        "create table core.mine as select 1",
        "set enable_external_access = true",
        "call enable_logging()",
    ],
)
def test_nothing_is_written_and_no_file_reached(
    world_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = world_path.read_bytes()
    answered = ask(world_path, sql)
    assert answered.rows is None
    assert "the query failed" in answered.words
    assert world_path.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_a_question_is_asked_with_what_was_filled_in(world_path: Path) -> None:
    question = read_question("quotes_of_a_person")
    empty = dict.fromkeys((one.name for one in question.parameters), "")
    all_rows = answer(Desk(world_path), question, empty)
    sure_rows = answer(
        Desk(world_path), question, {**empty, "confidence": "1.0", "without-copies": False}
    )
    assert all_rows.rows is not None
    assert sure_rows.rows is not None
    assert all_rows.rows.num_rows > sure_rows.rows.num_rows
    assert (
        answer(Desk(world_path), question, {"from": "yesterday"}).words
        == "from is a day, as 2026-11-30, not 'yesterday'"
    )


def test_the_warehouse_lists_whom_can_be_asked_for(world_path: Path) -> None:
    assert len(list_choices(Desk(world_path), "outlet")) > 1
    assert list_choices(Desk(world_path), "from") == ()


def test_a_long_answer_is_cut_and_says_so(world_path: Path) -> None:
    answered = ask(world_path, "from range(20000)")
    assert answered.rows is not None
    assert answered.rows.num_rows == 10_000
    assert answered.words == "the first 10,000 rows; `onrecord sql` gives all"


def test_what_a_page_says_does_not_run_in_a_spreadsheet(world_path: Path) -> None:
    answered = ask(world_path, "select '=1+1' as quote")
    assert answered.rows is not None
    assert as_csv(answered.rows) == b"quote\n'=1+1\n"


async def get(path: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(make_server())
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:4250") as client:
        return await client.get(path, headers=headers)


async def post(path: str) -> httpx.Response:
    transport = httpx.ASGITransport(make_server())
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:4250") as client:
        return await client.post(
            path, json={"cellIds": ["a"], "codes": ["import os"]}, auth=("x", "")
        )


@pytest.mark.anyio
@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}]
)
async def test_a_page_of_the_web_gets_nothing(headers: dict[str, str]) -> None:
    assert (await get("/", **headers)).status_code == 403


@pytest.mark.anyio
async def test_the_page_fetches_nothing_from_elsewhere_and_its_cells_are_not_to_be_changed() -> (
    None
):
    page = await get("/", Origin="http://127.0.0.1:4250")
    assert page.status_code == 200
    assert page.headers["content-security-policy"].startswith("default-src 'self';")
    assert "from flows.explorer" not in page.text
    for path in ("/api/kernel/run", "/api/kernel/save", "/api/files/list_files"):
        assert (await post(path)).status_code in {401, 403}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def test_every_cell_of_the_page_runs(world_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.explorer.page import app

    monkeypatch.setenv("ONRECORD_WAREHOUSE", str(world_path))
    _, defined = app.run()
    assert set(defined["fields"].elements) == {one.name for one in defined["question"].parameters}


def test_what_hinders_it_is_said_in_one_line(world_path: Path, tmp_path: Path) -> None:
    assert (
        "there is no warehouse"
        in CliRunner()
        .invoke(onrecord, ["explore", "--warehouse", str(tmp_path / "no.duckdb")])
        .output
    )
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(
            onrecord, ["explore", "--warehouse", str(world_path), "--port", port]
        )
    assert told.exit_code == 1
    assert f"port {port} is taken" in told.output
