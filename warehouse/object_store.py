"""What the environment says of an object store -> a connection that reads and writes there. Keys
come from the environment alone, and go nowhere but to DuckDB, which shows them to nobody.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

import duckdb

from warehouse.errors import WarehouseError
from warehouse.extensions import load_extension

OF_SECRET = {  # what DuckDB calls it -> the variables that say it, the first that does
    "key_id": ("AWS_ACCESS_KEY_ID",),
    "secret": ("AWS_SECRET_ACCESS_KEY",),
    "session_token": ("AWS_SESSION_TOKEN",),
    "region": ("AWS_REGION", "AWS_DEFAULT_REGION"),
}
ENDPOINT = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")


def is_wanted(error: duckdb.Error) -> bool:
    """Whether a lake could not be attached since its rows lie in an object store."""
    return "requires the extension httpfs" in str(error)


def open_store(connection: duckdb.DuckDBPyConnection, environment: Mapping[str, str]) -> None:
    """Let the connection reach the object store that the environment tells of."""
    load_extension(connection, "httpfs")
    told = ", ".join(f"{name} '{quote(value)}'" for name, value in read_secret(environment))
    try:
        connection.execute(f"create or replace secret store (type s3, {told})")
    except duckdb.Error:  # whose words may hold a key
        raise WarehouseError(
            "DuckDB does not take what AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the like say"
        ) from None


def read_secret(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    """What DuckDB has to know of the store, as `("region", "eu-central-1")`."""
    keys = [(name, find_first(environment, stated)) for name, stated in OF_SECRET.items()]
    known = [(name, value) for name, value in keys if value]
    return [*known, *read_endpoint(find_first(environment, ENDPOINT))]


def read_endpoint(address: str) -> list[tuple[str, str]]:
    """A store that is not Amazon's: `http://127.0.0.1:9000`. Raises a WarehouseError where the
    address is none.
    """
    if not address:
        return []
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise WarehouseError(f"{ENDPOINT[0]} is no address like https://storage.example.org")
    is_secure = str(parts.scheme == "https").lower()
    return [("endpoint", parts.netloc), ("use_ssl", is_secure), ("url_style", "path")]


def find_first(environment: Mapping[str, str], names: tuple[str, ...]) -> str:
    """What the first of the variables says that says something; "" for none."""
    return next((environment[name] for name in names if environment.get(name)), "")


def quote(words: str) -> str:
    return words.replace("'", "''")
