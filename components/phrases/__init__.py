"""What is said alike everywhere: figures, periods, caveats, licences, names of tables."""
