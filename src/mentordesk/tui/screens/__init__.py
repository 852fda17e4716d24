"""One file per screen; each shows one page of the desk and calls its verbs."""
