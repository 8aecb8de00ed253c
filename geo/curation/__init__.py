"""The recipe that turns the raw package into the files under ``static/`` and ``geo/``."""
