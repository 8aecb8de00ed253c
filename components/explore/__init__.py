"""Words about questions to the tables."""
