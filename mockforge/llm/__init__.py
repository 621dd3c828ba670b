"""Language models: asked for what is invented, never needed."""
