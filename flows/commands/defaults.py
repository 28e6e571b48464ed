"""A command and its section of onrecord.toml -> the defaults of its options; each option can be set
by a variable of its own as well.
"""

from collections.abc import Mapping
from datetime import date

import click

from flows.settings import Settings, check_names

Defaults = Mapping[str, object]


def spell(parameter: click.Parameter) -> str:
    """How an option is called in the file: `--max-reject-share` -> `max_reject_share`."""
    if isinstance(parameter, click.Argument):
        return parameter.name or ""
    return max(parameter.opts, key=len).lstrip("-").replace("-", "_")


def name_variables(name: str, command: click.Command) -> None:
    """Let each option be set by the environment: `ONRECORD_INGEST_WORKERS`."""
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.envvar is None:
            parameter.envvar = f"ONRECORD_{name}_{spell(parameter)}".upper()


def make_defaults(settings: Settings, name: str, command: click.Command) -> Defaults:
    """What the file says for the command, by its parameters. Raises a SettingsError for a name that
    is none of its options.
    """
    section = (settings.sections or {}).get(name, {})
    parameters = {spell(parameter): parameter for parameter in command.params}
    parameters.pop("warehouse", None)  # stands above all sections, as it is one for all commands
    check_names(settings.name, f"[{name}] ", section, parameters)
    return {
        parameters[key].name or key: make_default(parameters[key], value)
        for key, value in section.items()
    }


def make_default(parameter: click.Parameter, value: object) -> object:
    """The value as it would be typed; a single one where several may stand is a list of one."""
    plain = value.isoformat() if isinstance(value, date) else value
    takes_many = parameter.nargs != 1 or parameter.multiple
    return [plain] if takes_many and not isinstance(plain, list) else plain
