"""From what a page tells to HTML, SVG and links."""
