"""How the atlas, its views and their sources are cited, in the forms that readers' tools take."""
