"""A view on the page: figure, table, sources, and what can be taken."""
