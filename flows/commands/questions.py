"""`onrecord questions`: lists what the warehouse can be asked by name."""

import click


@click.command(short_help="List the questions that come with On Record.")
def questions() -> None:
    """List the questions that come with On Record; `onrecord sql NAME` answers one."""
    from warehouse.questions import list_questions

    found = list_questions()
    width = max(len(question.name) for question in found)
    for question in found:
        click.echo(f"  {question.name:<{width}}  {question.title}")
    click.echo("\nAsk one with `onrecord sql NAME`; each is a file in sql/questions/ to copy and change.")
