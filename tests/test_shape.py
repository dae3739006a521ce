from __future__ import annotations

from pathlib import Path

import mkdocs_journeys

PACKAGE = Path(mkdocs_journeys.__file__).parent


def test_every_room_is_a_package_so_that_the_direction_of_its_imports_is_checked() -> None:
    rooms = {file.parent for file in PACKAGE.rglob("*.py")}
    without = sorted(
        str(room.relative_to(PACKAGE)) for room in rooms if not (room / "__init__.py").is_file()
    )
    assert without == [], f"no __init__.py in {', '.join(without)}"
