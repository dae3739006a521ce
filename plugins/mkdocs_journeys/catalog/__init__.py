"""Everything together: what exists, who mentions whom, and what follows from it."""
