"""How the atlas is run for many readers: processes behind one proxy, and recipes for elsewhere."""
