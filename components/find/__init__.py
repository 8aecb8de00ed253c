"""Finding: what is in the atlas, in the words in which people ask for it."""
