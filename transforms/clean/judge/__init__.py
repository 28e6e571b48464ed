"""What was read of a page -> whether it is an article, and if not, why."""
