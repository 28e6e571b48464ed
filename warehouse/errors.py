"""What can be wrong with a warehouse file, each as one line that says what to do about it."""

import errno


class WarehouseError(Exception):
    """The warehouse cannot be used; its file is untouched."""


class WarehouseLockedError(WarehouseError):
    """Another run, or another program, writes to the warehouse."""


class NewerSchemaError(WarehouseError):
    """The warehouse was written by a newer On Record, or by a newer DuckDB."""


class ForeignDatabaseError(WarehouseError):
    """The file is a DuckDB database, but not one of On Record."""


class DamagedWarehouseError(WarehouseError):
    """The file is no DuckDB database, or a broken one."""


class DiskFullError(WarehouseError):
    """There is no room to write to."""


def is_disk_full(error: BaseException | None) -> bool:
    """Whether an error, or what caused it, is that of a full disk, in the words of the system or of
    DuckDB.
    """
    while error is not None:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            return True
        if any(words in str(error).lower() for words in NO_ROOM_WORDS):
            return True
        error = error.__cause__ or error.__context__
    return False


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NO_ROOM_WORDS = ("no space left", "disk quota exceeded", "file too large")
