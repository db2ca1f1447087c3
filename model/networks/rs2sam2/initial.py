"""First weights of a network that is trained from scratch."""

from __future__ import annotations

import math

from torch import nn

from ..waves import along_line, over_grid
from .network import RS2SAM2
from .union_encoder import FIRST_POSITION, Positions

TABLE_STD = 0.02
PATCH_PLACE, WORD_PLACE = 1.0, 0.5
"""Size (root of the mean square) of the union encoder's first positions; its patches begin near 4, its words at 1."""
RARE_OBJECT = 0.1
"""Share of the pixels that the first mask should take for the object."""
LOUD = 5.0
"""How much larger the dense prompt begins than its layers would make it, which is a tenth of what it is added to."""


def initialise(network: RS2SAM2) -> RS2SAM2:
    """Fill every tensor in place: small tables, residual branches that start near nothing, masks near empty."""
    for module in network.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_uniform_(module.weight)
            nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Embedding):
            nn.init.normal_(module.weight, std=TABLE_STD)
        elif isinstance(module, nn.MultiheadAttention):
            nn.init.xavier_uniform_(module.in_proj_weight)
            nn.init.zeros_(module.in_proj_bias)
    trunk = network.visual_model.image_encoder.trunk
    tables = (trunk.pos_embed, trunk.pos_embed_window, network.visual_model.no_mem_embed)
    for table in (*tables, network.mm_extractor.beit3.vision_embed.cls_token):
        nn.init.normal_(table, std=TABLE_STD)
    nn.init.normal_(network.mm_extractor.beit3.text_embed.weight, std=1.0)
    for block in trunk.adapted_blocks():
        if block.MLP_Adapter is not None:
            nn.init.zeros_(block.MLP_Adapter.D_fc2.weight)
    decoder = network.visual_model.sam_mask_decoder
    for added in (trunk.stem, *trunk.neighbourhoods, *decoder.neighbourhoods):
        if added is not None:
            nn.init.zeros_(added.out.weight)
    nn.init.constant_(network.mask_product.bias, math.log(RARE_OBJECT / (1 - RARE_OBJECT)))
    _place(network.mm_extractor.beit3.encoder.embed_positions, network.config.union.grid)
    network.visual_model.sam_prompt_encoder.mask_downscaling[-1].weight.data.mul_(LOUD)
    _open_gates(network)
    return network


def _place(positions: Positions, grid: int) -> None:
    """Let the positions of patches and words start as waves, the class token's as nothing."""
    patches, words = positions.A.weight.data, positions.B.weight.data
    patches[FIRST_POSITION] = 0
    patches[FIRST_POSITION + 1 :] = PATCH_PLACE * over_grid(grid, patches.shape[1])
    words[FIRST_POSITION:] = WORD_PLACE * along_line(len(words) - FIRST_POSITION, words.shape[1])


def _open_gates(network: RS2SAM2) -> None:
    """Let the two products start as the identity: what is multiplied in begins near 1."""
    nn.init.ones_(network.vmtoken.multihead_attn.out_proj.bias)
    nn.init.ones_(network.visual_model.sam_mask_decoder.vlfusion_module.multihead_attn.out_proj.bias)
