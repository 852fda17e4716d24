"""What the desk says on paper: domain → Markdown, Markdown → HTML."""
