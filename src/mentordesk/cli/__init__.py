"""The command line: the same verbs as the desk on screen, for shells, scripts and status bars."""


def run() -> None:
    """Run what was typed after `mentordesk` and leave with its exit code (0, 1 or 2)."""
    from mentordesk.cli.root import mentordesk

    mentordesk()
