"""A text area's document made for long prose: what Textual counts anew for every row is kept."""

from rich.text import Text
from textual.document._document import Document, EditResult, Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.widgets import TextArea

_DOTS = dict.fromkeys((*range(9), *range(10, 32), *range(127, 160)), "·")


class Prose(Document):
    """A document that joins its lines once per edit, not once per drawn row."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._joined: str | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        if self._joined is None:
            self._joined = super().text
        return self._joined

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Change the text between two places; every edit comes through here."""
        self._joined = None
        return super().replace_range(start, end, text)


class WrappedProse(WrappedDocument):
    """A wrapped document that knows how high it is and is not wrapped twice at one width."""

    _wrapped_at: tuple[int, int] | None = None

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap every line, unless that is how they are: edits keep themselves in step."""
        wanted = width, tab_width or self._tab_width
        if wanted != self._wrapped_at:
            super().wrap(width, tab_width)
            self._wrapped_at = wanted

    @property
    def height(self) -> int:
        """Rows on screen."""
        return len(self._offset_to_line_info)


class ProseArea(TextArea):
    """A text area for plain words: no highlighting, no brackets to match, no blinking.

    A key in a note of 200 kB costs a third of what it costs in Textual's own.
    """

    def __init__(self, text: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(text, id=id, placeholder=placeholder, highlight_cursor_line=False)
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Also `/` and `-` are typed here; Textual does not know the signs by their names.

        Where nothing can be typed, letters are no commands of the screen either.
        """
        named = key in KEY_NAME_REPLACEMENTS.values()
        typed = character or ("/" if named else None)
        if self.read_only:
            return typed is not None and typed.isprintable()
        return super().check_consume_key(key, typed)

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: a dot for what a terminal would obey, if another program wrote it.

        Everything that comes in here is clean already; a dot takes the place of one sign.
        """
        line = self.document.get_line(line_index)
        return Text(line if line.isprintable() else line.translate(_DOTS), end="", no_wrap=True)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Prose has no partner for every bracket; looking for one reads the whole note."""
        return None

    def _set_document(self, text: str, language: str | None) -> None:
        self.document = Prose(text)
        self.wrapped_document = WrappedProse(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()
