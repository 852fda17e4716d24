"""The least a search can be: open the file, ask FTS5 for the best 50, print snippets and names."""

import sqlite3
import sys

conn = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
QUERY = """
SELECT snippet(words, 0, '«', '»', '…', 12), row_id FROM words
WHERE words MATCH ? ORDER BY rank LIMIT 50
"""
NOTE = """
SELECT note.at, note.kind, mentee.name FROM note
JOIN membership USING (mentorship_id) JOIN mentee ON mentee.id = membership.mentee_id
WHERE note.id = ?
"""
for snippet, note_id in conn.execute(QUERY, (f'body : ("{sys.argv[2]}"*)',)).fetchall():
    print(*conn.execute(NOTE, (note_id,)).fetchone(), snippet)
