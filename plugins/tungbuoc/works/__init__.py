"""What every workshop needs and no workshop owns: fingerprints, a cache, whole writes, a pool of workers, a
progress line.

Nothing here knows what is made (a PDF, a film); nothing here imports another part of the package.
"""
