"""Language models: asked for what is invented, never needed.

async with open_model(config, kept) as model:
    told = await model.ask(Question("GET /orders/{id}", "intelligent", "An order"))
"""

from __future__ import annotations
