"""First weights of a network that is trained from scratch."""

from __future__ import annotations

from torch import nn

from .network import RSRefSeg2

TABLE_STD = 0.02


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
    for table in (trunk.pos_embed, trunk.pos_embed_window, network.sam.no_mem_embed, prompter.img_pe):
        nn.init.normal_(table, std=TABLE_STD)
    tokens = (prompter.prompt_embedding, prompter.prompt_pe_embedding)
    queries = (prompter.text_query_pe_embedding1, prompter.text_query_pe_embedding2)
    for table in (network.siglip.text.token_embedding.weight, *tokens, *queries):
        nn.init.normal_(table, std=1.0)
    for added in (trunk.stem, *trunk.neighbourhoods):
        if added is not None:
            nn.init.zeros_(added.out.weight)
    return network
