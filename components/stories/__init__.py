"""Guided tours made of views with a set state: one file each, every number from the view's table."""
