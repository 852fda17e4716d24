"""What a mentor means: pure types and rules. No clock, no files, no SQL."""
