"""`python -m mockforge`."""

from mockforge.cli import main

main()
