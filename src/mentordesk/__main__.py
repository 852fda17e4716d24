"""`python -m mentordesk` and the console script: the command line, which opens the desk."""


def main() -> None:
    from mentordesk.cli import run

    run()


if __name__ == "__main__":
    main()
