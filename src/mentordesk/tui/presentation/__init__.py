"""From a page of the desk to lines of text: pure functions that know no widget and no colour."""
