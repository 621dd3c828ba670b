"""Templates: values with `{{...}}` in them that are filled in.

`compile_template` makes one of a JSON-like value, and `Template.render` fills it in
from a `Scope`: once, so that what a client sends is data and never a template.
"""

from mockforge.templates.compiling import (
    Problem,
    Template,
    compile_template,
    find_problems,
)
from mockforge.templates.running import TemplateError
from mockforge.templates.scope import Scope

__all__ = [
    "Problem",
    "Scope",
    "Template",
    "TemplateError",
    "compile_template",
    "find_problems",
]
