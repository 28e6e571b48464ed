"""The page of `onrecord explore`, as marimo reads it: each function is a cell, run again when what
it reads changes.
"""

import marimo

app = marimo.App(width="full", app_title="On Record")


@app.cell
def _():
    import os

    import marimo as mo

    from flows.explorer.answers import Desk
    from flows.explorer.widgets import make_fields, read_fields, show, tell_question
    from warehouse.lake import parse_warehouse
    from warehouse.questions import list_questions

    desk = Desk(parse_warehouse(os.environ["ONRECORD_WAREHOUSE"]))
    questions = {question.title: question for question in list_questions()}
    return desk, make_fields, mo, questions, read_fields, show, tell_question


@app.cell
def _(desk, mo, questions):
    chosen = mo.ui.dropdown(
        list(questions),
        value="What has one person said, word for word, in order of time?",
        searchable=True,
        full_width=True,
        label="Question",
    )
    mo.vstack([mo.md(f"# On Record\n\n`{desk.warehouse.name}`, read-only, as it is now."), chosen])
    return (chosen,)


@app.cell
def _(chosen, desk, make_fields, mo, questions):
    question = questions[chosen.value]
    fields = make_fields(desk, question)
    mo.hstack(list(fields.elements.values()), justify="start", wrap=True, align="end")
    return fields, question


@app.cell
def _(desk, fields, mo, question, read_fields, show, tell_question):
    mo.vstack([show(desk, question, read_fields(fields)), tell_question(question)])
    return


@app.cell
def _(mo):
    sql = mo.ui.code_editor(
        "from quote limit 20", language="sql", min_height=120, label="SQL of your own"
    ).form(submit_button_label="Ask")
    sql  # noqa: B018
    return (sql,)


@app.cell
def _(desk, mo, show, sql):
    from warehouse.questions import make_question

    mo.stop(sql.value is None)
    show(desk, make_question("your query", sql.value), {})
    return


if __name__ == "__main__":
    app.run()
