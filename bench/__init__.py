"""How fast the atlas is, beside an empty page on the same machine: ``python -m bench``."""
