"""What axe-core finds in a page: faults of its structure, and of each mixture of colours once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

STRUCTURE: Mapping[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {
        # Axe calls it an experiment; who speaks to the computer says what stands on a button.
        "label-content-name-mismatch": {"enabled": True},
        # Takes as long as all others together: see `colours`.
        "color-contrast": {"enabled": False},
    },
}
COLOURS: Mapping[str, object] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}

FAULTS = """async (rules, among) => {
    const {violations} = await axe.run(
        among ?? document, {resultTypes: ["violations"], iframes: false, preload: false, ...rules});
    return violations.flatMap(fault => fault.nodes.map(
        node => `${fault.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
}"""

MIXTURES = """() => {
    const grounds = new Map();
    const called = one => `${one.nodeName}.${one.className.baseVal ?? one.className}`;
    const ground = one => {
        if (!one) return "";
        if (grounds.has(one)) return grounds.get(one);
        const {backgroundColor, backgroundImage, opacity, position, zIndex} = getComputedStyle(one);
        const isLifted = position === "absolute" || position === "fixed";
        const below = ground(one.parentElement);
        const own = [
            backgroundColor === "rgba(0, 0, 0, 0)" ? "" : backgroundColor,
            backgroundImage === "none" ? "" : backgroundImage,
            opacity === "1" ? "" : opacity,
            isLifted ? called(one) + zIndex : ""].join("");
        const isCovering = backgroundColor.startsWith("rgb(") && opacity === "1" && !isLifted;
        grounds.set(one, isCovering ? own : below + own);
        return grounds.get(one);
    };
    const judged = window.judgedMixtures ??= new Set();
    const isNew = one => {
        const {width, height} = one.getBoundingClientRect();
        if (width <= 1 || height <= 1) return false;
        if (!one.checkVisibility({visibilityProperty: true})) return false;
        const {color, fontSize, fontWeight, textDecorationLine} = getComputedStyle(one);
        const above = one.parentElement;
        const mixture = [ground(one), color, fontSize, fontWeight, textDecorationLine,
            called(one), called(above), getComputedStyle(above).color].join("|");
        return !judged.has(mixture) && judged.add(mixture);
    };
    const found = [...document.body.querySelectorAll("input, select, textarea")].filter(isNew);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.data.trim() && isNew(text.parentElement)) found.push(text.parentElement);
    }
    return found;
}"""
"""One element for each mixture of a text and what lies under it that was not yet judged."""


def axe(page: Page, rules: Mapping[str, object]) -> list[str]:
    """Give what these rules find in the whole page; `AXE` must be in it."""
    found: list[str] = page.evaluate(f"rules => ({FAULTS})(rules)", rules)
    return found


def structure(page: Page) -> list[str]:
    """Give what is wrong with the page in its present layout, in the theme around ours too."""
    return axe(page, STRUCTURE)


def colours(page: Page) -> list[str]:
    """Give the texts that cannot be told from what lies under them.

    Asks of every mixture once, as long as the page is open: hundreds of texts have few mixtures,
    and each takes axe-core a millisecond or two. `AXE` must be in the page.
    """
    found: list[str] = page.evaluate(
        f"""async rules => {{
            const include = ({MIXTURES})();
            return include.length ? ({FAULTS})(rules, {{include}}) : [];
        }}""",
        COLOURS,
    )
    return found
