"""A plain-text page dump -> its document."""
