"""The handbook as plain Markdown files, for a generator of sites that knows nothing of us."""
