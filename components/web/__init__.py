"""What the server says of the atlas before a page runs: heads, previews, map of the site."""
