import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context

from mkdocs_journeys.render.direct_calls import TemplateEnvironment

TEMPLATES = {
    "macros": (
        "{% macro mark(word, other='-') %}[{{ word }}|{{ other }}]{% endmacro %}"
        "{% macro box(title) %}<{{ title }}>{{ caller('in ' ~ title) }}{% endmacro %}"
    ),
    "base": "{% block head %}head {{ page }}{% endblock %}{% block body %}{% endblock %}",
    "plain": "{{ said('a') }}{{ said('a', word='b') }}{{ nothing() }}{{ told.upper() }}",
    "escaped": "{% import 'macros' as m %}{{ m.mark('<b>') }}{{ m.mark(m.mark('&')) }}",
    "named": "{% import 'macros' as m %}{{ m.mark(other='1', word='2') }}{{ m.mark('3') }}",
    "caller": "{% import 'macros' as m %}{% call(x) m.box('t') %}{{ x }}{% endcall %}",
    "with context": "{{ where('now') }}{% for n in [1, 2] %}{{ where(n) }}{% endfor %}",
    "loops": (
        "{% for n in [1, 2, 3] %}{{ loop.cycle('odd', 'even') }}{{ said(n) }}"
        "{{ loop.changed(n) }}{% endfor %}"
    ),
    "recursive": "{% for n in tree recursive %}{{ n[0] }}{{ loop(n[1]) }}{% endfor %}",
    "blocks": (
        "{% extends 'base' %}{% block head %}{{ super() }}!{% endblock %}"
        "{% block body %}{{ self.head() }}"
        "{% for n in [1] %}{{ where(n) }}{% endfor %}{% endblock %}"
    ),
    "spread": "{{ said(*['a'], **{'word': 'b'}) }}{{ said('c', class='d') }}",
    "its own tools": (
        "{% set c = cycler('x', 'y') %}{{ c.next() }}{{ c.next() }}"
        "{% set j = joiner(',') %}{{ j() }}{{ j() }}{{ range(3)|list }}{{ dict(a=1) }}"
    ),
    "translated": (
        "{% trans n=2 %}one {{ n }}{% pluralize %}many {{ n }}{% endtrans %}{{ _('<w>') }}"
    ),
}


@pass_context
def where(context: Context, what: object) -> str:
    return f"({context['page']}: {what})"


def said(*words: object, **more: object) -> str:
    return f"{words}{more}"


def environment(of: type[Environment]) -> Environment:
    made = of(
        loader=DictLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    # The extension's own method.
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"where": where, "said": said, "nothing": lambda: "", "told": "told"}
    return made


@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - {"macros"}))
def test_a_template_says_what_it_says_with_jinjas_own_calls(name: str) -> None:
    ours, jinjas = (environment(of).get_template(name) for of in (TemplateEnvironment, Environment))
    values: dict[str, object] = {"page": "home", "tree": [("a", [("b", [])]), ("c", [])]}
    assert ours.render(values) == jinjas.render(values)


def test_a_call_of_what_is_not_there_is_told_by_its_name() -> None:
    template = environment(TemplateEnvironment).from_string("{{ not_there(1) }}")
    with pytest.raises(UndefinedError, match="'not_there' is undefined"):
        template.render()
