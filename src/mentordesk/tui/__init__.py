"""The terminal door: the only room that knows Textual. The command line calls `app.run_desk`."""
