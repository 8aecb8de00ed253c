"""One small module for each publisher: what is new, how it is fetched, and into which raw files."""
