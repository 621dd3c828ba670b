"""Data drift: values of an answer that move on.

`compiling.compile_drift` makes of settings what `Drift.moved` moves documents by;
`scenarios` has settings ready to use; `learned` finds some in what was recorded.
"""
