"""The warehouse -> pages to look at: a static site that opens from the disk, without a server or a
script.
"""
