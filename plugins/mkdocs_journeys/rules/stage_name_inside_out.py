"""A stage that is called what the company does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

# Only what no customer says of herself: “Delivery”, “Purchase” and “Support” are hers too.
IN_A_NAME = {
    "onboarding": "I get started",
    "offboarding": "I leave",
    "fulfilment": "I wait for my parcel",
    "fulfillment": "I wait for my parcel",
    "provisioning": "I wait until it works",
    "processing": "I wait for an answer",
    "underwriting": "I wait for an answer",
    "invoicing": "I get the bill",
    "dunning": "I am late with paying",
    "prospecting": "I hear about it",
    "upsell": "They offer me more",
    "upselling": "They offer me more",
    "cross-sell": "They offer me more",
    "cross-selling": "They offer me more",
    "winback": "They ask me to come back",
    "win-back": "They ask me to come back",
    "kundengewinnung": "Ich werde Kunde",
    "kundenbindung": "Ich überlege, ob ich bleibe",
    "kundenrückgewinnung": "Sie fragen, ob ich zurückkomme",
    "auftragsabwicklung": "Ich warte auf meine Bestellung",
    "auftragsbearbeitung": "Ich warte auf meine Bestellung",
    "bestellabwicklung": "Ich warte auf meine Bestellung",
    "rechnungsstellung": "Ich bekomme die Rechnung",
    "mahnwesen": "Ich zahle zu spät",
}
"""Words of the company wherever they stand in a short name, each with what she would say."""

WHOLE_NAMES = {
    "awareness": "I hear about it",
    "consideration": "I compare",
    "activation": "I get started",
    "engagement": "I use it",
    "advocacy": "I tell others",
    "acquisition": "I become a customer",
    "customer acquisition": "I become a customer",
    "conversion": "I decide to buy",
    "retention": "I decide whether to stay",
    "customer retention": "I decide whether to stay",
    "churn": "I leave",
    "billing": "I get the bill",
    "dispatch": "I wait for my parcel",
    "lead generation": "I hear about it",
    "lead qualification": "They find out what I need",
    "lead nurturing": "I compare",
    "order handling": "I wait for my order",
    "order management": "I wait for my order",
    "claims handling": "I wait for my money",
    "claims management": "I wait for my money",
    "complaint handling": "I complain",
    "complaint management": "I complain",
    "case management": "I wait for an answer",
    "service delivery": "They do what I asked for",
    "after-sales": "I need help with it",
}
"""Names that are the company's as a whole, each with what she would say."""

KNOWN = frozenset(IN_A_NAME) | {word for name in WHOLE_NAMES for word in name.split()}
HERS = frozenset(
    (
        *("i", "my", "me", "mine", "we", "us"),
        *("ich", "mir", "mich", "mein", "meine", "meinen", "meinem", "meiner", "wir", "uns"),
    )
)
"""Words with which she speaks of herself; not *our*, which is the company's as often."""
FRAME = frozenset(("phase", "stage", "the"))
LONGEST = 4
"""With more words than this a name is a sentence, and somebody speaks in it."""


class StageNameInsideOut(Rule):
    """Finds stages that are named from inside the company: *Order processing*, *Onboarding*.

    Known are words of back offices and of the sales funnel, in English and German. A name of more
    than four words, or one in which she speaks (*I*, *my*, *we*), is hers whatever it says.
    Drafts and retired maps are left alone.

    ## Why it matters to the customer
    She is not onboarded, she gets started. Who calls the stage by what the company does will ask
    how well the company does it, and not how she fares.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: Consideration}
      - {id: wait, title: Order processing}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: choose, title: I compare}
      - {id: wait, title: I wait for my order}
    ```

    ## Options
    `words`: words and phrases of your own company to look for besides, in names of any length,
    for example `words: [ONT, migration wave]`.
    """

    name = "stage-name-inside-out"
    group = "experience"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the names of stages; steps without a stage have none of their own."""
        own = tuple((word, f" {' '.join(words_of(word))} ") for word in self.setting(catalog).words)
        for journey in maps_in_force(catalog):
            for stage in journey.stages:
                if not own and is_plainly_fine(stage.title):
                    continue
                word, hers = _inside_out(words_of(stage.title), own)
                if word and stage.spot is not journey.spot:
                    yield self.problem(
                        stage.spot.of("title", "name"),
                        f"The stage “{stage.title}” is named from inside the company (`{word}`).",
                        f"Name it as the customer would, for example “{hers}”.",
                    )


def is_plainly_fine(name: str) -> bool:
    """Tell at a glance that a name has none of our words; most names have not."""
    words = name.casefold().split()
    return KNOWN.isdisjoint(words) and "".join(words).isalpha()


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case; a word with a hyphen is one."""
    return tuple(re.findall(r"\w+(?:-\w+)*", name.casefold()))


def _inside_out(words: tuple[str, ...], own: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Give the word that is the company's and what she would say; nothing for a name of hers."""
    if own:
        name = f" {' '.join(words)} "
        for word, sought in own:
            if sought in name:
                return word, "I wait for my order"
    if len(words) > LONGEST or not HERS.isdisjoint(words):
        return "", ""
    for word in words:
        if word in IN_A_NAME:
            return word, IN_A_NAME[word]
    whole = " ".join(word for word in words if word not in FRAME and not word.isdigit())
    return (whole, WHOLE_NAMES[whole]) if whole in WHOLE_NAMES else ("", "")
