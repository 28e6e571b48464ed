"""Measures On Record against plain trafilatura on the same pages, in the same run: ratios of CPU,
never wall-clock claims.
"""
