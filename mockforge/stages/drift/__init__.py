"""Data drift: values of an answer that move on."""
