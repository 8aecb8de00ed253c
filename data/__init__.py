"""The curated data of the atlas: tables, their description, recipes, loaders and measures."""
