"""Templates: values with `{{...}}` in them that are filled in."""
