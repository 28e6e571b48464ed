"""A name -> the extension of DuckDB that a package carries, loaded; nothing is fetched."""

from importlib.util import find_spec
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError

# nothing is fetched, by anybody
SHUT: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def load_extension(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Raises a WarehouseError where it is not installed."""
    file = str(find_extension(name)).replace("'", "''")
    connection.execute(f"load '{file}'")


def find_extension(name: str) -> Path:
    """The file of the extension. Raises a WarehouseError where it is not installed."""
    spec = find_spec(f"duckdb_extension_{name}")
    files = (
        list(Path(spec.origin).parent.rglob(f"{name}.duckdb_extension"))
        if spec and spec.origin
        else []
    )
    if not files:
        raise WarehouseError("lakes are not installed: pip install 'onrecord[lake]'")
    return files[0]
