"""The first storey: a parse -> the names in it, and their kinds."""
