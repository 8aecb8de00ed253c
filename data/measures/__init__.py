"""Derived measures: pure functions from tidy frames to tidy frames."""
