#!/bin/sh
# Runs what follows with 512 open files at most; with fewer Node cannot load its modules, which it opens all at once.
ulimit -n 512
exec "$@"
