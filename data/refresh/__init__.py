"""Newer editions of the sources, asked of their publishers: docs/refreshing.md.

Whatever comes goes through the same recipes and checks as everything else in the data package, and
takes the place of the older edition only when all of a source has passed them.
"""
