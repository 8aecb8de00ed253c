"""The frame of a page: menu, address, choices, window, heading, foot."""
