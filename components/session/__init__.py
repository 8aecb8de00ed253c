"""What one reader's session holds: choices and their address, the window, what is remembered."""
