"""The views of mart, with their comments, and the charts below -> the dashboard as files that
Superset imports, dashboards/superset/.

`python -m dashboards.superset` renews them; a test says when that is due. `make superset` zips,
imports and opens them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import duckdb
import yaml

from warehouse.schema import apply_schema

FOLDER = Path(__file__).parent / "superset"
DATABASE = "On Record"
PLACE = "WAREHOUSE"  # stands for the path of the file, which `make superset` puts there
CONNECT = {"connect_args": {"read_only": True, "config": {"enable_external_access": "false"}}}
COLUMNS = """
select column_name, data_type, duckdb_columns.comment, duckdb_views.comment
from duckdb_columns()
inner join duckdb_views() on duckdb_views.schema_name = duckdb_columns.schema_name and view_name = table_name
where duckdb_columns.schema_name = 'mart' and table_name = ?
order by column_index
"""
METRICS = {  # by dataset: name -> what it counts
    "quote": {
        "quotes": "count(*)",
        "words": "sum(word_count)::bigint",
        "outlets": "count(distinct outlet_id)",
        "share_second_hand": "avg(is_second_hand::integer)",
        "share_named": "avg(is_named_speaker::integer)",
    },
    "article": {"articles": "count(*)", "originals": "count(*) filter (not is_copy)"},
    "entity_daily": {"mentions": "sum(mention_count)::bigint"},
    "utterance": {"utterances": "count(*)", "wordings": "sum(wording_count)::bigint"},
}
TIMES = {"utterance": "first_published_on"}
Content = dict[str, object]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what it is called, of which view, how it is drawn, how wide of twelve and how high
    it stands.
    """

    name: str
    dataset: str
    drawing: str
    width: int
    height: int
    settings: Mapping[str, object]


def list_bars(by: str, metric: str, part: str | None = None, most: int = 12) -> Content:
    """The settings of bars that lie, the longest first."""
    return {
        "x_axis": by,
        "metrics": [metric],
        "groupby": [part] if part else [],
        "orientation": "horizontal",
        "stack": "Stack",
        "x_axis_sort_series": "sum",
        "x_axis_sort_series_ascending": True,
        "row_limit": 200,
        "limit": most,
        "show_legend": bool(part),
        "adhoc_filters": [
            {
                "clause": "WHERE",
                "expressionType": "SIMPLE",
                "subject": by,
                "operator": "IS NOT NULL",
            }
        ],
    }


ROWS: Sequence[Sequence[Chart]] = (
    (
        Chart("Articles", "article", "big_number_total", 3, 24, {"metric": "articles"}),
        Chart("Quotes", "quote", "big_number_total", 3, 24, {"metric": "quotes"}),
        Chart(
            "Of a named speaker",
            "quote",
            "big_number_total",
            3,
            24,
            {"metric": "share_named", "y_axis_format": ".0%"},
        ),
        Chart(
            "Second-hand",
            "quote",
            "big_number_total",
            3,
            24,
            {"metric": "share_second_hand", "y_axis_format": ".0%"},
        ),
    ),
    (
        Chart(
            "Quotes by day",
            "quote",
            "echarts_timeseries_bar",
            8,
            50,
            {
                "x_axis": "published_on",
                "time_grain_sqla": "P1D",
                "metrics": ["quotes"],
                "groupby": ["kind"],
                "stack": "Stack",
            },
        ),
        Chart(
            "Kinds of speech",
            "quote",
            "pie",
            4,
            50,
            {
                "groupby": ["kind"],
                "metric": "quotes",
                "donut": True,
                "label_type": "percent",
                "labels_outside": False,
            },
        ),
    ),
    (
        Chart(
            "Words by outlet and kind",
            "quote",
            "echarts_timeseries_bar",
            6,
            60,
            list_bars("outlet", "words", "kind"),
        ),
        Chart(
            "Who speaks",
            "quote",
            "table",
            6,
            60,
            {
                "query_mode": "aggregate",
                "groupby": ["speaker"],
                "metrics": ["words", "quotes", "outlets"],
                "row_limit": 25,
            },
        ),
    ),
    (
        Chart(
            "Countries in the news",
            "entity_daily",
            "world_map",
            6,
            55,
            {
                "entity": "entity_country_code",
                "country_fieldtype": "cca2",
                "metric": "mentions",
                "color_by": "metric",
                "row_limit": 300,
            },
        ),
        Chart(
            "One sentence, many wordings",
            "utterance",
            "table",
            6,
            55,
            {
                "query_mode": "raw",
                "all_columns": [
                    "speaker",
                    "quote",
                    "outlet_count",
                    "wording_count",
                    "first_published_on",
                ],
                "order_by_cols": ['["outlet_count", false]'],
                "row_limit": 25,
                "table_timestamp_format": "%Y-%m-%d",
                "column_config": {"quote": {"columnWidth": 260}},
            },
        ),
    ),
)


def make_key(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(("onrecord", *parts))))


def make_files(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, Content]]:
    """The path and content of each file."""
    yield (
        "metadata.yaml",
        {"version": "1.0.0", "type": "Dashboard", "timestamp": "2026-01-01T00:00:00+00:00"},
    )
    yield "databases/On_Record.yaml", make_database()
    for name in METRICS:
        yield f"datasets/On_Record/{name}.yaml", make_dataset(connection, name)
    charts = [chart for row in ROWS for chart in row]
    for number, chart in enumerate(charts, 1):
        yield (
            f"charts/{chart.name.replace(' ', '_').replace(',', '')}_{number}.yaml",
            make_chart(chart),
        )
    yield "dashboards/On_Record.yaml", make_dashboard(charts)


def make_database() -> Content:
    return {
        "database_name": DATABASE,
        "sqlalchemy_uri": f"duckdb:///{PLACE}",
        "cache_timeout": None,
        "expose_in_sqllab": True,
        "allow_run_async": False,
        "allow_ctas": False,
        "allow_cvas": False,
        "allow_dml": False,
        "allow_csv_upload": False,
        "extra": {
            "metadata_params": {},
            "engine_params": CONNECT,
            "schemas_allowed_for_csv_upload": [],
        },
        "uuid": make_key("database"),
        "version": "1.0.0",
    }


def make_dataset(connection: duckdb.DuckDBPyConnection, name: str) -> Content:
    """A view with what each column means; days by which time is counted are named by the view."""
    rows = connection.execute(COLUMNS, [name]).fetchall()
    time = TIMES.get(name, "published_on")
    return {
        "table_name": name,
        "main_dttm_col": time,
        "description": rows[0][3],
        "schema": "mart",
        "catalog": None,
        "sql": None,
        "params": None,
        "template_params": None,
        "filter_select_enabled": True,
        "fetch_values_predicate": None,
        "extra": None,
        "uuid": make_key("dataset", name),
        "metrics": [make_metric(metric, sql) for metric, sql in METRICS[name].items()],
        "columns": [
            make_column(column, data_type, comment) for column, data_type, comment, _ in rows
        ],
        "version": "1.0.0",
        "database_uuid": make_key("database"),
    }


def make_metric(name: str, sql: str) -> Content:
    return {
        "metric_name": name,
        "verbose_name": name.replace("_", " "),
        "metric_type": None,
        "expression": sql,
        "description": None,
    }


def make_column(name: str, data_type: str, comment: str) -> Content:
    return {
        "column_name": name,
        "verbose_name": None,
        "is_dttm": data_type in {"DATE", "TIMESTAMP"},
        "is_active": True,
        "type": data_type,
        "groupby": True,
        "filterable": True,
        "expression": None,
        "description": comment,
    }


def make_chart(chart: Chart) -> Content:
    return {
        "slice_name": chart.name,
        "viz_type": chart.drawing,
        "params": {
            "viz_type": chart.drawing,
            "color_scheme": "supersetColors",
            "adhoc_filters": [],
            **chart.settings,
        },
        "query_context": None,
        "cache_timeout": None,
        "uuid": make_key("chart", chart.name),
        "version": "1.0.0",
        "dataset_uuid": make_key("dataset", chart.dataset),
    }


def make_dashboard(charts: Sequence[Chart]) -> Content:
    return {
        "dashboard_title": DATABASE,
        "description": "Who is on record saying what, where and when",
        "css": "",
        "slug": "onrecord",
        "uuid": make_key("dashboard"),
        "position": make_position(charts),
        "metadata": {
            "native_filter_configuration": [
                make_filter("Outlet", "outlet"),
                make_filter("Speaker", "speaker"),
            ]
        },
        "published": True,
        "version": "1.0.0",
    }


def make_filter(name: str, column: str) -> Content:
    """A list to choose from, on top of the dashboard."""
    return {
        "id": f"NATIVE_FILTER-{column}",
        "type": "NATIVE_FILTER",
        "name": name,
        "filterType": "filter_select",
        "targets": [{"column": {"name": column}, "datasetUuid": make_key("dataset", "quote")}],
        "defaultDataMask": {"extraFormData": {}, "filterState": {}, "ownState": {}},
        "controlValues": {
            "multiSelect": True,
            "enableEmptyFilter": False,
            "searchAllOptions": True,
        },
        "cascadeParentIds": [],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
    }


def make_position(charts: Sequence[Chart]) -> Content:
    """Where each chart stands, as Superset's own editor writes it."""
    rows = [f"ROW-{number}" for number in range(1, len(ROWS) + 1)]
    placed: Content = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": rows, "parents": ["ROOT_ID"]},
        "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": DATABASE}},
    }
    for name, row in zip(rows, ROWS, strict=True):
        numbers = [charts.index(chart) + 1 for chart in row]
        children = [f"CHART-{number}" for number in numbers]
        meta = {"background": "BACKGROUND_TRANSPARENT"}
        placed[name] = {
            "type": "ROW",
            "id": name,
            "children": children,
            "parents": ["ROOT_ID", "GRID_ID"],
            "meta": meta,
        }
        placed |= {
            f"CHART-{number}": place_chart(chart, number, name)
            for number, chart in zip(numbers, row, strict=True)
        }
    return placed


def place_chart(chart: Chart, number: int, row: str) -> Content:
    return {
        "type": "CHART",
        "id": f"CHART-{number}",
        "children": [],
        "parents": ["ROOT_ID", "GRID_ID", row],
        "meta": {
            "chartId": number,
            "uuid": make_key("chart", chart.name),
            "sliceName": chart.name,
            "width": chart.width,
            "height": chart.height,
        },
    }


def write(content: Content) -> str:
    return str(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=140))


def main() -> None:
    with duckdb.connect() as connection:
        apply_schema(connection)
        for name, content in make_files(connection):
            file = FOLDER / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(write(content), encoding="utf-8")


if __name__ == "__main__":
    main()
