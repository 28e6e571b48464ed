"""Parts: what became of a batch of pages, as a Parquet file in a place that all machines of a run
see.

A part holds one outcome for each page of its batch. It is named by the number of the batch and by
its stage: `pages` (references, to be read), `documents` (cleaned), `findings` (analysed). Each is
made of the one before alone, so that any machine can make it, and make it again.
"""
