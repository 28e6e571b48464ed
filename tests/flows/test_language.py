"""The pipeline as somebody loads it who uses the functions rather than the command."""

import os
import subprocess
import sys

ASK = """
from flows.language import load_pipeline
load_pipeline()
from threadpoolctl import threadpool_info
print(*[pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"])
"""


def test_whoever_loads_the_pipeline_has_one_thread_that_multiplies() -> None:
    unset = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=unset, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == {"1"}
