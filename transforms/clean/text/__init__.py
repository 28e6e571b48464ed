"""Bytes -> characters, lines that repeat on a site."""
