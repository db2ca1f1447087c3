"""Polygons of a file snapped to the objects in a scene: from file to file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ...protocol import Progress, Snap, Snapped
from ..prompting import snap
from ..scene.export import layers_of, write
from ..segmenters.prompted import Prompted, load_prompted
from .area import open_area
from .clock import Report
from .notes import collected_notes
from .options import Options
from .road import check_scene, say_nothing
from .snapping import SNAPPED, no_outlines, snap_layers
from .staging import refuse_overwriting, rehearse
from .vectors import read_layers

Loader = Callable[[Snap, Report], Prompted]
"""Makes the network that a command asks for; reports the stage ``loading`` if that takes its time."""


def run_snap(command: Snap, progress: Report | None = None, *, load: Loader | None = None) -> Snapped:
    """Carry out a command: snap, and write all layers of polygons to its output.

    Args:
        command: what to do.
        progress: called with every step; an exception it raises ends the work.
        load: has the network at hand, perhaps; None: it is loaded anew.

    Raises:
        PhrasegonError: something in the command is wrong; nothing is left behind.
    """
    output, report = Path(command.output), progress or say_nothing
    options = Options(bounds=command.bounds, gsd=command.gsd, bands=command.bands, stretch=command.stretch)
    refuse_overwriting(output, command.scene, command.vector)
    crs = check_scene(command.scene, options)
    layers = read_layers(Path(command.vector))
    rehearse(output, {name: no_outlines(layer.head(0), crs) for name, layer in layers.items()})
    with collected_notes() as notes:
        prompted = (load or load_asked)(command, report)
        ask = partial(snap, prompted.network, use_point=command.point, optimise_boundary=command.boundary)
        with open_area(command.scene, options) as scene:
            found, outlines = snap_layers(scene, layers, ask, prompted.network.image_size, report)
        report(Progress("writing"))
        write(found, output)
    return Snapped(
        output=str(output),
        polygons=sum(map(len, found.values())),
        snapped=sum(int(layer[SNAPPED].sum()) for layer in found.values()),
        notes=tuple(notes),
        layers=tuple(dict.fromkeys(layers_of(output, tuple(found)))),
        weights_sha256=prompted.weights_sha256,
        device=prompted.device,
        tiles=outlines.tiles,
        seconds=outlines.seconds,
        failed_tiles=outlines.failed,
    )


def load_asked(command: Snap, report: Report) -> Prompted:
    """Load the network that a command asks for.

    Raises:
        PhrasegonError: there is no such network, its file is missing or damaged, or there is no such device.
    """
    report(Progress("loading"))
    return load_prompted(command.model, device=command.device)
