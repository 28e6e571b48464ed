"""Nothing that a bench or test started is left behind where it is killed."""

import signal
import subprocess
import sys

import pytest

SERVER = "import sys; print('up', flush=True); sys.stdin.read()"
STARTER = f"""
import subprocess, sys
from bench.children import end_with_parent
subprocess.run([sys.executable, "-c", {SERVER!r}], preexec_fn=end_with_parent)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux does it")
def test_a_server_ends_with_the_bench_that_is_killed() -> None:
    quiet = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", STARTER], **quiet) as bench:
        assert bench.stdout
        assert bench.stdout.readline() == b"up\n"
        bench.send_signal(signal.SIGKILL)
        assert bench.stdout.read() == b""  # which ends when the last who can write to it has ended
