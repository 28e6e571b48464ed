"""Imported by the server that workers are forked from: English can be read at once, and the model
lies in memory once for all of them.
"""

from contextlib import suppress

import transforms.findings  # noqa: F401
from flows.language import load_pipeline

with suppress(Exception):  # the worker that needs the model says so
    load_pipeline()
