"""Keys that nodes share, as text -> the numbers by which they are kept."""


def as_key(text: str) -> str:
    """SQL: the number of a shared key, of 64 bits."""
    return f"('0x' || left(sha256({text}), 16))::ubigint"
