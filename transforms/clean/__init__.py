"""A raw page -> its document: the rooms that clean it. `door.clean` is the way in."""
