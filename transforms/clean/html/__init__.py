"""An HTML page -> its document."""
