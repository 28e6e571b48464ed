"""The flows, the command and the shell round them.

One thread multiplies: the matrices of a page are so small that several threads wait for each other,
on a busy machine for most of the time. It is said here since numpy reads it when it is imported.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
