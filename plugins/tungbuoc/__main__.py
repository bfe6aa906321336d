"""`python -m tungbuoc`: the command where scripts are not on the path, as on Windows."""

from tungbuoc.cli import main

if __name__ == "__main__":
    main()
