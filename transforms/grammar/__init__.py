"""What quotes and entities ask of a parse."""
