"""One description rendered as DOCX, PDF and text, and its expected facts as JSON."""
