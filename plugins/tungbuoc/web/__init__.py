"""A course, as a value → the files of its site: pages, code pages, projection, search, offline, voices,
downloads, USB. No site generator."""
