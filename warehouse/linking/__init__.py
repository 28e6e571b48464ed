"""What linking keeps in the warehouse, so that a run links only what it touches."""
