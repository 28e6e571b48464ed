"""What the Prefect server does by itself: marks runs whose process is gone, and passes alerts on to
a webhook.
"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import StateType
from prefect.events.actions import CallWebhook, ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture

from flows.flow_page import FALL_EVENT

HEARTBEAT = "prefect.flow-run.heartbeat"
ENDED = {f"prefect.flow-run.{state}" for state in ("Completed", "Failed", "Cancelled", "Crashed")}
UNDER_WAY = {
    f"prefect.flow-run.{state}" for state in ("Running", "AwaitingRetry", "Scheduled", "Late")
}
SILENCE = timedelta(seconds=90)  # three heartbeats
PAUSE = timedelta(minutes=4)  # a run tries again after one
PATIENCE = timedelta(minutes=10)  # from the worker's taking up a run to its first line
OURS: dict[str, str | list[str]] = {
    "prefect.resource.role": "flow",
    "prefect.resource.name": "ingest",
}
RUN = {"prefect.resource.id"}

RUN_FAILED = """{"text": {{ ("Run " ~ flow_run.name ~ " is " ~ flow_run.state.name ~ ": " ~ flow_run.state.message) | tojson }}}"""
QUALITY_FELL = """{"text": {{ ("Quality fell: " ~ event.payload.words) | tojson }}}"""


def list_automations(webhook_id: UUID | None) -> Iterator[AutomationCore]:
    """Those that keep the server's book right, and, where there is a webhook, the alerts."""
    yield watch(
        "onrecord: a run whose process is gone has crashed",
        missed({HEARTBEAT}, {HEARTBEAT, *ENDED, "prefect.flow-run.AwaitingRetry"}, SILENCE),
        crash("Its process is gone: no sign of life for 90 s."),
    )
    yield watch(
        "onrecord: a run that a worker took up and never began has crashed",
        missed({"prefect.flow-run.Pending"}, {*ENDED, *UNDER_WAY}, PATIENCE),
        crash("Its worker took it up and never began it."),
    )
    yield watch(
        "onrecord: a run that was to try again and never did has crashed",
        missed({"prefect.flow-run.AwaitingRetry"}, {*ENDED, "prefect.flow-run.Running"}, PAUSE),
        crash("Its process is gone: it was to try again, and never did."),
    )
    if webhook_id:
        yield watch(
            "onrecord: alert of a run that failed",
            EventTrigger(
                expect={"prefect.flow-run.Failed", "prefect.flow-run.Crashed"},
                match_related=OURS,
                for_each=RUN,
                posture=Posture.Reactive,
                threshold=1,
            ),
            CallWebhook(block_document_id=webhook_id, payload=RUN_FAILED),
        )
        yield watch(
            "onrecord: alert of a fall in quality",
            EventTrigger(expect={FALL_EVENT}, posture=Posture.Reactive, threshold=1),
            CallWebhook(block_document_id=webhook_id, payload=QUALITY_FELL),
        )


def missed(after: set[str], expected: set[str], within: timedelta) -> EventTrigger:
    """That none of the events expected of a run of ours has followed in time."""
    return EventTrigger(
        after=after,
        expect=expected,
        match_related=OURS,
        for_each=RUN,
        posture=Posture.Proactive,
        threshold=1,
        within=within,
    )


def crash(words: str) -> ChangeFlowRunState:
    return ChangeFlowRunState(name="Crashed", state=StateType.CRASHED, message=words, force=False)


def watch(
    name: str, trigger: EventTrigger, action: CallWebhook | ChangeFlowRunState
) -> AutomationCore:
    return AutomationCore(name=name, trigger=trigger, actions=[action])


def put_automations(client: SyncPrefectClient, webhook_id: UUID | None) -> Iterator[str]:
    """Make each automation, or renew the one of its name; their names."""
    for automation in list_automations(webhook_id):
        there = client.read_automations_by_name(automation.name)
        if there:
            client.update_automation(there[0].id, automation)
        else:
            client.create_automation(automation)
        yield f"automation {automation.name}"
