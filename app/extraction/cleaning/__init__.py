"""Raw text to readable text: characters, lines, clutter, datelines, with exact offsets back."""
