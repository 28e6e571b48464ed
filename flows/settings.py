"""onrecord.toml -> settings of the environment, and what it says for each command.

What is typed comes before the environment, the environment before the file, the file before what On
Record takes by default.
"""

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

FILE = "onrecord.toml"
FILE_SETTING = "ONRECORD_CONFIG"
TOP = {"warehouse"}
OF_ENVIRONMENT = {  # section -> its keys; each is read from the environment as ONRECORD_<KEY>
    "fetch": {"contact", "trust_lists", "archive_mb", "keep_raw_days", "proxy", "pages_a_host"},
    "language": {"spacy_model"},
    "lake": {"lake_data"},
}
Value = str | int | float | bool | list[str]
Section = Mapping[str, object]


class SettingsError(Exception):
    """The settings file cannot be read, or says what is no setting."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says. environment: by the names of variables. sections: by command, then by
    option.
    """

    name: str = FILE
    environment: Mapping[str, str] | None = None
    sections: Mapping[str, Section] | None = None


def settle_environment(
    commands: Iterable[str], environment: MutableMapping[str, str] = os.environ
) -> Settings:
    """Read the file of the current folder, or the one that ONRECORD_CONFIG names; the environment
    takes up what it does not have.
    """
    settings = read_settings(find_file(environment), commands)
    for name, value in (settings.environment or {}).items():
        environment.setdefault(name, value)
    return settings


def find_file(environment: Mapping[str, str]) -> Path | None:
    """Where the settings stand; None for nowhere. Raises a SettingsError where a file is named that
    is not there.
    """
    named = environment.get(FILE_SETTING)
    file = Path(named or FILE)
    if file.is_file():
        return file
    if named:
        raise SettingsError(f"there is no file {named}, which {FILE_SETTING} names")
    return None


def read_settings(file: Path | None, commands: Iterable[str]) -> Settings:
    """What the file says. Raises a SettingsError with a sentence that names what is wrong."""
    if file is None:
        return Settings()
    content = read_toml(file)
    known = [*commands, *OF_ENVIRONMENT]
    top = {name: value for name, value in content.items() if not isinstance(value, dict)}
    sections = {name: value for name, value in content.items() if isinstance(value, dict)}
    check_names(file.name, "", top, TOP)
    check_names(file.name, "section ", sections, known)
    for section, keys in OF_ENVIRONMENT.items():
        check_names(file.name, f"[{section}] ", sections.get(section, {}), keys)
    of_environment = {section: sections.pop(section, {}) for section in OF_ENVIRONMENT}
    return Settings(
        file.name, dict(list_variables(file.name, {"": top, **of_environment})), sections
    )


def read_toml(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}") from error


def check_names(file: str, where: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Raise a SettingsError for the first name that is not known, with the one that may be
    meant.
    """
    known = sorted(known)
    for name in names:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = (
                f"did you mean {close[0]}?"
                if close
                else f"there are {', '.join(known)}"
                if known
                else "it takes nothing"
            )
            raise SettingsError(f"{file}: {where}{name!r} is no setting; {hint}")


def list_variables(file: str, sections: Mapping[str, Section]) -> Iterator[tuple[str, str]]:
    """`keep_raw_days = 90` -> `ONRECORD_KEEP_RAW_DAYS`, `90`"""
    for section in sections.values():
        for name, value in section.items():
            if not isinstance(value, str | int | float):
                raise SettingsError(f"{file}: {name} takes one value, not {value!r}")
            yield f"ONRECORD_{name.upper()}", str(value)
