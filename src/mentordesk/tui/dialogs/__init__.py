"""Small modal screens that ask for one thing and return a value, or None when left."""
