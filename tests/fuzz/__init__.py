"""Hostile input for a server of the atlas, as much as one likes: ``python -m tests.fuzz 9000``."""
