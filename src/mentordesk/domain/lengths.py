"""Lengths of time in words; apart, because Today needs no more of time spent than this."""


def length(minutes: int) -> str:
    """Minutes in words: `4 h`, `1 h 30 min`, `25 min`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours)
    return " ".join(parts)
