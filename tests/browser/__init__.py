"""A package, so that its browser and server end with it and not with the whole run."""
