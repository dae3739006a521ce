"""Graphs for the tests of drawing: a whole journey, and everything a drawing might choke on."""

from __future__ import annotations

from itertools import combinations, cycle, islice, pairwise

from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Handling, Node, Shape
from mkdocs_journeys.model.key import Key

WHERE = {
    "website": ("web", "digital"),
    "app": ("cellphone", "digital"),
    "email": ("email-outline", "digital"),
    "sms": ("message-text-outline", "digital"),
    "chat": ("forum-outline", "digital"),
    "phone": ("phone-outline", "human"),
    "visit": ("account-hard-hat-outline", "human"),
    "post": ("mailbox-outline", "physical"),
    "router": ("router-wireless", "physical"),
    "friends": ("account-group-outline", "outside"),
    "comparison": ("scale-balance", "outside"),
}
STAGES: dict[str, tuple[tuple[str, str, float | None, Handling | None], ...]] = {
    "Realise": (
        ("Video call freezes mid parents’ evening", "router", -1, None),
        ("Neighbour raves about full fibre", "friends", 1, None),
        ("“Fibre has arrived” leaflet", "post", 0, None),
    ),
    "Compare": (
        ("Checks her address", "website", 1, "at-risk"),
        ("Compares deals", "comparison", -1, None),
        ("Asks about exit fees", "chat", -1, None),
    ),
    "Order": (
        ("Orders on her phone at 22:40", "app", 1, None),
        ("Picks an install slot", "app", -1, None),
        ("Gets confirmation", "email", 0, None),
    ),
    "Wait & install": (
        ("Hears nothing, so chases", "phone", -2, "failing"),
        ("Reminder the night before", "sms", 0, None),
        ("Engineer fits fibre", "visit", 2, "winning"),
    ),
    "First weeks": (
        ("First evening, everyone online", "router", 2, None),
        ("First bill is £31 too high", "email", -2, "failing"),
        ("Rings to query it", "phone", -1, None),
    ),
    "Stay": (
        ("Answers a one-question survey", "sms", 0, None),
        ("Recommends us to her sister", "friends", 1, None),
        ("End-of-deal email", "email", 0, None),
    ),
}
SHAPES: tuple[Shape, ...] = (
    "digital", "human", "physical", "outside", "plain", "journey", "persona", "exit", "end",
)  # fmt: skip


def href(key: Key) -> str:
    """Where a key leads to in these tests."""
    return f"../{key.kind}/{key.id}/"


def journey(*, across: bool = True) -> Graph:
    """Eighteen steps in six stages, with a branch, a loop and two exits."""
    steps = [
        Node(
            name=f"step-{number}",
            number=str(number),
            title=title,
            shape=WHERE[where][1],  # type: ignore[arg-type]  # the table above holds shapes
            icon=WHERE[where][0],
            score=score,
            moment=moment,
            to=Key("step", f"switch-to-fibre/step-{number}"),
            says=f"By {where}",
        )
        for number, (title, where, score, moment) in enumerate(
            (step for stage in STAGES.values() for step in stage), start=1
        )
    ]
    exits = [
        Node(name="no-fibre", title="Not available yet", shape="exit"),
        Node(name="cancels", title="Cancels", shape="exit"),
    ]
    paths = [Edge(tail=one.name, head=other.name) for one, other in pairwise(steps)]
    return Graph(
        title="Flow of Switch to fibre",
        description="18 touchpoints in 6 stages. Dashed lines are exits, branches and loops.",
        nodes=(*steps, *exits),
        edges=(
            *paths,
            Edge(tail="step-6", head="no-fibre", kind="exit", label="no fibre · 9%"),
            Edge(tail="step-12", head="step-8", kind="loop", label="missed slot · 17%"),
            Edge(tail="step-15", head="cancels", kind="exit", label="cools off · 3%"),
            Edge(tail="step-13", head="step-15", kind="branch", label="slow · 8%"),
        ),
        clusters=tuple(
            Cluster(
                number=str(place),
                title=title,
                nodes=tuple(step.name for step in islice(steps, 3 * place - 3, 3 * place)),
                to=Key("stage", f"switch-to-fibre/stage-{place}"),
            )
            for place, title in enumerate(STAGES, start=1)
        ),
        across=across,
    )


def stages(count: int, steps: int, *, across: bool = True) -> Graph:
    """A plain journey of so many stages with so many steps each, in all shapes of channels."""
    shapes = cycle(SHAPES[:5])
    nodes = tuple(
        Node(name=f"s{number}", number=str(number), title=f"Does thing number {number}",
             shape=next(shapes), score=(number % 9) / 2 - 2)
        for number in range(1, count * steps + 1)
    )  # fmt: skip
    return Graph(
        title="Many steps",
        description="",
        nodes=nodes,
        edges=tuple(Edge(tail=one.name, head=other.name) for one, other in pairwise(nodes)),
        clusters=tuple(
            Cluster(
                title=f"Stage {place + 1}",
                nodes=tuple(node.name for node in nodes[place * steps : (place + 1) * steps]),
            )
            for place in range(count)
        ),
        across=across,
    )


def clique(count: int) -> Graph:
    """Boxes of which each leads to each later one."""
    nodes = tuple(
        Node(name=f"n-{number}", title=f"Number {number}", shape="plain") for number in range(count)
    )
    return Graph(
        title="Everything leads to everything",
        description="",
        nodes=nodes,
        edges=tuple(Edge(tail=one.name, head=other.name) for one, other in combinations(nodes, 2)),
    )


def titled(*titles: str, label: str = "") -> Graph:
    """One group of boxes with these titles, the words also on the ways and on the group."""
    nodes = tuple(
        Node(name=f"t{number}", number=str(number), title=title, shape="digital", icon="web",
             score=0, says=title, to=Key("step", f"words/t{number}"))
        for number, title in enumerate(titles, start=1)
    )  # fmt: skip
    return Graph(
        title=titles[0],
        description=titles[-1],
        nodes=nodes,
        edges=tuple(
            Edge(tail=one.name, head=other.name, label=label) for one, other in pairwise(nodes)
        ),
        clusters=(Cluster(title=titles[0], nodes=tuple(node.name for node in nodes)),),
    )


def all_shapes() -> Graph:
    """One box of each shape, bare of groups."""
    nodes = tuple(
        Node(name=shape, title=f"A box of the shape {shape}", shape=shape) for shape in SHAPES
    )
    return Graph(
        title="Shapes",
        description="",
        nodes=nodes,
        edges=(
            Edge(tail="persona", head="journey", kind="travels"),
            Edge(tail="journey", head="plain", kind="nests"),
            Edge(tail="journey", head="digital", kind="future", label="as it shall be"),
            *(Edge(tail="plain", head=shape) for shape in ("human", "physical", "outside")),
            Edge(tail="human", head="exit", kind="exit"),
            Edge(tail="human", head="end"),
            Edge(tail="human", head="human", kind="loop", label="again"),
        ),
    )
