"""Drop folders: what arrives in them is exported, once it is complete, for as long as it takes."""
