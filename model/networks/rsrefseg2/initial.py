"""First weights of a network that is trained from scratch."""

from __future__ import annotations

from torch import nn

from ..waves import along_line, over_grid
from .network import RSRefSeg2

TABLE_STD = 0.02
PATCH_PLACE, WORD_PLACE = 1.0, 0.5
"""Size (root of the mean square) of the first positions of patches and words."""


def initialise(network: RSRefSeg2) -> RSRefSeg2:
    """Fill every tensor in place: small tables, tokens of the norms' size, added convolutions that start at nothing."""
    for module in network.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_uniform_(module.weight)
            nn.init.zeros_(module.bias)
        elif isinstance(module, nn.MultiheadAttention):
            nn.init.xavier_uniform_(module.in_proj_weight)
            nn.init.zeros_(module.in_proj_bias)
        elif isinstance(module, nn.Embedding):
            nn.init.normal_(module.weight, std=TABLE_STD)
    trunk, prompter = network.sam.image_encoder.trunk, network.prompter
    for table in (trunk.pos_embed, trunk.pos_embed_window, network.sam.no_mem_embed):
        nn.init.normal_(table, std=TABLE_STD)
    tokens = (prompter.prompt_embedding, prompter.prompt_pe_embedding)
    queries = (prompter.text_query_pe_embedding1, prompter.text_query_pe_embedding2)
    for table in (network.siglip.text.token_embedding.weight, *tokens, *queries):
        nn.init.normal_(table, std=1.0)
    _place(network)
    for added in (trunk.stem, *trunk.neighbourhoods):
        if added is not None:
            nn.init.zeros_(added.out.weight)
    return network


def _place(network: RSRefSeg2) -> None:
    """Let the positions of patches and words start as waves."""
    siglip, cells = network.siglip, network.prompter.img_pe.data
    patches, words = siglip.visual.trunk.get_parameter("pos_embed").data, siglip.text.positional_embedding.data
    patches[0] = PATCH_PLACE * over_grid(network.config.siglip.grid, patches.shape[2])
    cells[0] = PATCH_PLACE * over_grid(cells.shape[2], cells.shape[1]).T.unflatten(1, cells.shape[2:])
    words[:] = WORD_PLACE * along_line(*words.shape)
