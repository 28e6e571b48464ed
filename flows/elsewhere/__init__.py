"""Reading on other machines: work goes out as parts, parts come back, and the parent loads them as
they come.

`reader` is the parent's side, a `Crew` whoever takes the parts: a task runner of Prefect (Dask,
Ray) or the workers of a work pool. `make_parts` is what they do with a part. Nothing but the place
of the parts and their numbers travels through Prefect.
"""
