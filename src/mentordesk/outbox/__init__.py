"""How things leave the desk."""
