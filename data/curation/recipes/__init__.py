"""One module per source; its name is the source's id."""
