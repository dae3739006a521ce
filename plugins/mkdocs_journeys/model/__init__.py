"""The field's nouns, frozen; each field declared once, with its meaning."""
