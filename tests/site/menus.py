"""What a page of the theme shows of the navigation."""

from __future__ import annotations

from tests.site.project import Page


def tabs(page: Page) -> list[str]:
    """Give the words of the tabs, in their order."""
    return [words for words, _ in page.links("//ul[@class='md-tabs__list']")]


def active_tab(page: Page) -> list[str]:
    """Give the words of the tab that the page is under."""
    return [words for words, _ in page.links("//li[contains(@class, 'md-tabs__item--active')]")]


def menu(page: Page) -> list[tuple[str, str]]:
    """Give words and target of all that the page's side menu holds, folded or not."""
    return page.links("//nav[contains(@class, 'md-nav--primary')]")


def way_here(page: Page) -> list[str]:
    """Give the words of the way from the first page to this one."""
    return [words for words, _ in page.links("//nav[@class='md-path']")]


def next_page(page: Page) -> str:
    """Give where the link to the next page leads, empty where there is none."""
    return next((to for _, to in page.links("//a[contains(@class, 'md-footer__link--next')]")), "")


def previous_page(page: Page) -> str:
    """Give where the link to the previous page leads, empty where there is none."""
    found = page.links("//a[contains(@class, 'md-footer__link--prev')]")
    return next((to for _, to in found), "")
