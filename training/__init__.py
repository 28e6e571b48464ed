"""Scripts that make the weights that transforms read. Nothing imports them; a developer runs them
by hand.
"""
