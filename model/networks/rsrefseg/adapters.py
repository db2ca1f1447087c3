"""What a file of adapters adapts, and at which rank; ``peft`` writes both into names and shapes alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...errors import WeightsError

_MODELS = {
    "vision_encoder.": "backbone.base_model.model.",
    "vision_model.": "clip_vision_encoder.base_model.model.",
    "text_model.": "clip_text_encoder.base_model.model.",
}
_FACTOR = re.compile(r"(.+\.)lora_[AB]\.default\.weight")


def factor_names(weight: str) -> tuple[str, str]:
    """Names of the two factors of the adapter of a weight, which is named as by ``transformers``.

    Raises:
        KeyError: the weight belongs to a model that is never adapted.
    """
    model = weight[: weight.index(".") + 1]
    module = _MODELS[model] + weight.removeprefix(model).removesuffix("weight")
    return f"{module}lora_A.default.weight", f"{module}lora_B.default.weight"


def adapted_weights(names: Iterable[str]) -> set[str]:
    """The weights that the factors among these names adapt, named as by ``transformers``."""
    modules = {match[1] for name in names if (match := _FACTOR.fullmatch(name))}
    return {
        f"{plain}{module.removeprefix(prefix)}weight"
        for module in modules
        for plain, prefix in _MODELS.items()
        if module.startswith(prefix)
    }


def adapter_rank(shapes: Mapping[str, tuple[int, ...]]) -> int:
    """The rank that all adapters share.

    Raises:
        WeightsError: there is no adapter, or they differ in rank.
    """
    ranks = {shape[0] for name, shape in shapes.items() if name.endswith(".lora_A.default.weight")}
    if len(ranks) != 1:
        raise WeightsError(
            f"These weights hold adapters of {len(ranks)} ranks where one is expected; choose the file of the adapters."
        )
    return ranks.pop()
