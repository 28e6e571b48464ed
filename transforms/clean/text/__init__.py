"""Bytes -> characters, and characters -> those that offsets can rest on."""
