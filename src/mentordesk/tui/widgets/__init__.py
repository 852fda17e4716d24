"""What screens are made of; a widget is understood from its reactives alone."""
