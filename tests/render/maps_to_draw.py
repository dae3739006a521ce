"""A small map with something in every lane, for tests of what is drawn of it."""

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.map_facts import (
    CurvePoint,
    Lane,
    LaneForm,
    MapFacts,
    MetricFact,
    MomentFact,
    OpportunityFact,
    PainFact,
    QuoteFact,
    StageColumn,
    StepFact,
)


def address(key: Key) -> str:
    """Where a thing of the map lies."""
    return f"../{key.kind}/{key.id}/"


def _lane(form: LaneForm, name: str = "") -> Lane:
    return Lane(
        name=name or form, title=form.capitalize(), form=form, group="experience", icon="walk"
    )


def map_of_two_stages(word: str = "ignored") -> MapFacts:
    """A map in which every text is the same word, with a lane of every form."""
    forms: tuple[LaneForm, ...] = (
        *("steps", "emotion", "moments", "thoughts"),
        *("pain-points", "opportunities", "metrics", "tags"),
    )
    return MapFacts(
        title=word,
        state="current",
        lanes=(*(_lane(form) for form in forms), _lane("texts", "own")),
        stages=(_stage(1, word), _stage(2, word)),
        travellers=("Priya",),
        traveller_ids=("priya",),
        families=("digital", "human"),
    )


def _stage(number: int, word: str) -> StageColumn:
    return StageColumn(
        number=str(number),
        title=f"{word} {number}",
        anchor=f"stage-{number}",
        to=Key("stage", f"j/stage-{number}"),
        customer_goal=word,
        timing=word,
        chapter=word,
        formerly=("old",),
        steps=(_step(number, word),),
        points=(
            CurvePoint(x=25, at="Step 1", score=-2, word=word, is_moment=True, when=word),
            CurvePoint(x=50, at="Step 2"),
            CurvePoint(x=75, at="Step 3", word=word, is_assumption=True),
            CurvePoint(x=90, at="Step 4", score=1, line=None, who=word),
        ),
        moments=(MomentFact(question=word, handling="failing", at=word, to=Key("step", "j/s")),),
        thoughts=(Link(text=word),),
        quotes=(QuoteFact(text=word, said_by=word, lang="en"),),
        pain_points=(PainFact(title=word, severity="high", frequency="often", reach=word),),
        opportunities=(OpportunityFact(title=word, code=word, to=Key("opportunity", "o")),),
        metrics=(MetricFact(title=word, value=word, target=word, to=Key("metric", "m")),),
        entries=(
            ("own", (Link(text=word, note=word, is_assumption=True),)),
            ("tags", (Link(text=word, note=word),)),
        ),
    )


def _step(number: int, word: str) -> StepFact:
    return StepFact(
        number=str(number),
        title=word,
        anchor=f"step-{number}",
        to=Key("step", "j/s"),
        channel=word,
        family="human",
        icon="phone-outline",
        is_moment=True,
        is_unseen=True,
        notes=(word,),
        opens=Link(text=word, to=Key("journey", "k")),
        formerly=("older",),
    )
