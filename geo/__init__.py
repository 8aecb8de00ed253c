"""Boundaries, waters and places: what the maps are drawn from.

`geo.loader` reads the files; `geo.curation` holds the recipe that made them.
"""
