"""The bytes of an HTML page -> its tree, and what its markup states."""
