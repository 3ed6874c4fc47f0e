"""Write schemas/*.schema.json from the models: ``make schemas``. A test refuses schemas that are out of step."""

from __future__ import annotations

from pathlib import Path

from tender_kit.app.schemas import MODELS, schema_text


def main() -> None:
    folder = Path(__file__).parent.parent / "schemas"
    folder.mkdir(exist_ok=True)
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(name), encoding="utf-8")
        print(path.relative_to(folder.parent))


if __name__ == "__main__":
    main()
