"""Widgets bound to the address, from closed lists."""
