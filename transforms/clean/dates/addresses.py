"""The address of a page -> the day in its path, or else the month; "/2023-24-budget" and
"/2022/12/10-best-songs" bear no day.
"""

import re
from urllib.parse import unquote, urlsplit

from transforms.clean.dates.published import DateStatement
from transforms.clean.dates.read import read_date
from transforms.world.calendar import find_month

YEAR = r"(?P<y>(?:19|20)\d\d)"
END = r"(?=/|$)"
DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"/{YEAR}/(?P<m>\d\d?|[a-z]{{3,9}})/(?P<d>\d\d?){END}",  # "/2021/12/19/title", "/2021/dec/19/title"
        rf"/{YEAR}-(?P<m>\d\d)/(?P<d>\d\d){END}",  # "/2021-12/19/title"
        rf"/{YEAR}-(?P<m>\d\d?|[a-z]{{3,9}})-(?P<d>\d\d?){END}",  # "/2021-3-9/title"
        rf"/{YEAR}(?P<s>[-_])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?=[/_.-]|$)",  # "/2021-12-19-title"
        rf"[-_]{YEAR}(?P<s>[-_])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?=[/.]|$)",  # "/title-2021-12-19.html"
        rf"/{YEAR}(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[/_.-]|$)",  # "/20211219/title"
        rf"[-_]{YEAR}(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[/.]|$)",  # "/title-20211219.html"
        rf"/(?P<d>1[3-9]|2\d|3[01])(?P<s>[-_/.])(?P<m>\d\d)(?P=s){YEAR}(?=[/_-]|$)",  # "/19-12-2021/title"
    )
)
# "/2021/12/title", "/2021/3/title"; not "/2021/3/12345/", of which the figures may be a number's
MONTH = re.compile(
    rf"/{YEAR}/(?P<m>[01]\d|[1-9](?=/[^/]*[a-z]{{3}})|[a-z]{{3,9}})(?=/)", re.IGNORECASE
)
# "/2011-12/04/": the table of a season's fourth week, or a day of December
SEASON = re.compile(rf"/{YEAR}-(?P<next>\d\d)/")


def url_dates(url: str | None) -> list[DateStatement]:
    """The day, or else the month, in the path of an address; none where "2011-12" may be two
    years.
    """
    path = _path_of(url)
    days = sorted(
        (match for pattern in DAYS for match in pattern.finditer(path) if _is_day(match)),
        key=re.Match.start,
    )
    texts = [_wording(match) for match in days] or [
        _wording(match) for match in MONTH.finditer(path) if _is_month(match)
    ]
    return [DateStatement("url", "address", text) for text in dict.fromkeys(texts)]


def _path_of(url: str | None) -> str:
    try:
        return unquote(urlsplit(url or "").path)
    except ValueError:
        return ""


def _is_day(match: re.Match[str]) -> bool:
    season = SEASON.match(match.string, match.start())
    if season and int(season["next"]) == (int(season["y"]) + 1) % 100:
        return False
    reading = read_date(_wording(match), "en")
    return reading is not None and reading.precision == "day"


def _is_month(match: re.Match[str]) -> bool:
    return match["m"].isdigit() or find_month(match["m"], "en") is not None


def _wording(match: re.Match[str]) -> str:
    """ "2021-12-19", "19 dec 2021", "2021-12", "dec 2021"."""
    parts = match.groupdict()
    if parts["m"].isdigit():
        return "-".join(part.zfill(2) for part in (parts["y"], parts["m"], parts.get("d")) if part)
    return " ".join(part for part in (parts.get("d"), parts["m"], parts["y"]) if part)
