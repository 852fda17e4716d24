"""The command line: the same verbs as the desk on screen, for shells, scripts and status bars."""


def run() -> None:
    """Run what was typed after `mentordesk` and leave with its exit code (0, 1 or 2).

    What is imported here is no garbage: not looking through it saves a sixth of a quick command.
    """
    import gc
    import sys

    gc.disable()
    from mentordesk.cli.quick import go, plain

    try:
        if act := plain(sys.argv[1:]):
            sys.exit(go(act))
        from mentordesk.cli.root import mentordesk

        gc.freeze()
        gc.enable()
        mentordesk()
    finally:
        gc.freeze()
