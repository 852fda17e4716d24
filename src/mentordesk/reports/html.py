"""Markdown as typed → HTML that can be pasted into a mail or opened in a browser."""

from html import escape

from markdown_it import MarkdownIt

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
{body}</body>
</html>
"""


def page(title: str, markdown: str) -> str:
    """A whole HTML page of a Markdown text; HTML inside the text is shown, never obeyed."""
    body = MarkdownIt("commonmark", {"html": False}).render(markdown)
    return _PAGE.format(title=escape(title), body=body)
