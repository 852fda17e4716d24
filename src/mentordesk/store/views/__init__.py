"""One query, or a few, into one read model per screen; nothing here is written or decided."""
