"""A very small engine environment to make: wheels of our own, their lock and the table of their sizes.

Its one package leads to the libraries of the developers' environment, so that the real engine runs in it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from phrasegon.plugin.runtime.plan import Plan, make_plan

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = next((ROOT / ".venv" / "lib").glob("python3*/site-packages"))
PYTHON = LIBRARIES.parent.name.removeprefix("python")
PLATFORMS = ("linux-x86_64", "linux-aarch64", "macos-arm64")
NAME = "phrasegon_tiny-1.0-py3-none-any.whl"


@dataclass(frozen=True)
class Tiny:
    """Where its pieces lie."""

    wheels: Path
    lock: Path
    table: Path
    home: Path

    @property
    def environments(self) -> Path:
        return self.home / "environments"

    def plan(self, *, wheels: bool = True, **changes) -> Plan:
        options = {"folder": self.environments, "lock": self.lock, "table": self.table, **changes}
        return make_plan(wheels=self.wheels if wheels else None, **options)

    def change(self, files: dict[str, bytes]) -> None:
        """Another wheel, with these files more, and the lock that fits it."""
        make_wheel(self.wheels / NAME, files)
        self.write_lock()

    def write_lock(self) -> None:
        digest = hashlib.sha256((self.wheels / NAME).read_bytes()).hexdigest()
        self.lock.write_text(f"# made\nphrasegon-tiny==1.0 \\\n    --hash=sha256:{digest}\n    # via nothing\n")


def make_tiny(folder: Path) -> Tiny:
    """Write wheels, lock and table into a folder whose name is a hard one."""
    folder = folder / "Données d'analyse – 測試"
    tiny = Tiny(folder / "wheels", folder / "engine.txt", folder / "sizes.json", folder / "home")
    tiny.wheels.mkdir(parents=True)
    tiny.change({})
    write_table(tiny.table)
    return tiny


def write_table(table: Path, *, disk: int = 10_000, sources: tuple[str, ...] = ()) -> None:
    sizes = {"pythons": [PYTHON], "download": 5_000, "disk": disk, "torch_download": 0, "torch_disk": 0}
    table.write_text(json.dumps({"sources": list(sources), "platforms": dict.fromkeys(PLATFORMS, sizes)}))


def make_wheel(path: Path, more: dict[str, bytes]) -> None:
    info = "phrasegon_tiny-1.0.dist-info"
    files = {
        "phrasegon_tiny.py": b"answer = 42\n",
        "phrasegon_tiny.pth": f"{LIBRARIES}\n".encode(),
        f"{info}/METADATA": b"Metadata-Version: 2.1\nName: phrasegon-tiny\nVersion: 1.0\n",
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        **more,
    }
    record = [f"{name},sha256={_digest(content)},{len(content)}" for name, content in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""]).encode()
    with zipfile.ZipFile(path, "w") as wheel:
        for name, content in files.items():
            wheel.writestr(name, content)


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
