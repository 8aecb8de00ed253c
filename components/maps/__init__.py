"""Flow map builders: computed curves in, a deck or a vector figure out."""
