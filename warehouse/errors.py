"""What can be wrong with a warehouse file, each as one line that says what to do about it."""


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
