"""The command line: the same verbs as the desk on screen, for shells, scripts and status bars."""


def run() -> None:
    """Run what was typed after `mentordesk` and leave with its exit code (0, 1 or 2).

    What is imported here is no garbage: not looking through it saves a sixth of a quick command.
    """
    import gc

    gc.disable()
    from mentordesk.cli.root import mentordesk

    gc.freeze()
    gc.enable()
    try:
        mentordesk()
    finally:
        gc.freeze()
