"""Guided tours made of views with a set state: a file each, all numbers from their tables."""
