"""What the window and the panel say about plans and environments."""

from __future__ import annotations

from html import escape

from ..quantities import size
from ..runtime.choice import Accelerator, Reason
from ..runtime.environment import Environment, current, update_needed
from ..runtime.plan import Plan
from ..runtime.python import chosen_python
from ..translation import tr


def plan_text(plan: Plan) -> str:
    """What a plan means, as HTML."""
    lines = [
        tr("It goes to {}, outside QGIS and outside the plugin, where updates of both leave it alone.").format(
            f"<b>{escape(str(plan.target), quote=False)}</b>"
        ),
        _amount(plan),
        _torch(plan),
        _trust(plan),
    ]
    return "".join(f"<p>{line}</p>" for line in lines if line)


def state_text() -> str:
    """What the engine runs in now."""
    chosen, environment = chosen_python(), current()
    if chosen is not None:
        return tr("The engine uses {}.").format(chosen)
    if environment is None:
        return tr("The engine is not set up on this computer yet.")
    if update_needed():
        return tr("The engine was set up for another version of Phrasegon: update it.") + " " + _place(environment)
    return tr("The engine is ready; it computes on {}.").format(_device(environment)) + " " + _place(environment)


def _place(environment: Environment) -> str:
    return tr("It takes {} in {}.").format(size(environment.size), environment.folder)


def _device(environment: Environment) -> str:
    return {
        Accelerator.CUDA.value: tr("the NVIDIA graphics card"),
        Accelerator.APPLE.value: tr("the Apple chip"),
    }.get(environment.accelerator, tr("the processor"))


def _amount(plan: Plan) -> str:
    if plan.wheels is not None:
        load = tr("Nothing is downloaded: all packages are taken from {}.").format(
            escape(str(plan.wheels), quote=False)
        )
    elif plan.otherwise is not None:
        load = tr("At most {} are downloaded.").format(size(plan.weight.download))
    else:
        load = tr("About {} are downloaded.").format(size(plan.weight.download))
    disk = tr("About {} are needed on the disk, {} are free.").format(size(plan.weight.disk), size(plan.free))
    if plan.free < plan.weight.disk:
        disk = "<b>{}</b>".format(tr("{} That is not enough: make room first.").format(disk))
    return f"{load} {disk}"


def _torch(plan: Plan) -> str:
    card = escape(plan.machine.card)
    text = {
        Reason.APPLE_CHIP: tr("Networks will run on the graphics unit of the Apple chip."),
        Reason.CARD: tr("Networks will run on the graphics card {}.").format(card),
        Reason.CARD_NEEDS_OTHER_INDEX: tr("Networks will run on the graphics card {}.").format(card),
        Reason.CARD_WITHOUT_BUILD: tr(
            "Networks will run on the processor: the build of torch for the graphics card {} cannot be had from here."
        ).format(card),
        Reason.NO_CARD: tr("Networks will run on the processor: no NVIDIA graphics card was found."),
    }[plan.torch.reason]
    if plan.otherwise is not None:
        more = tr("Where torch's own index cannot be reached, the registry's build is taken.")
    elif plan.is_heavier_than_need_be and plan.wheels is None:
        more = tr("The lighter build of torch cannot be reached from here, so the registry's is taken.")
    else:
        more = ""
    return f"{text} {more}".strip()


def _trust(plan: Plan) -> str:
    if plan.torch.backend:
        return tr(
            "Every package is checked against the hash that Phrasegon was tested with, except torch: this build of it "
            "comes from torch's own index, whose hashes Phrasegon does not know."
        )
    return tr("Every package is checked against the hash that Phrasegon was tested with.")
