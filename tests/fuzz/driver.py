"""Run many cases: ``make fuzz``, or ``python -m tests.fuzz.driver --cases 20000 --seed 7``.

Each breach is printed with the number of its case, and its input stored; ``--only NUMBER`` runs one case again.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.fuzz.cases import Case, make_case
from tests.fuzz.invariants import breaches

SEED = 20260420
# Not a bound of the test: what runs so long would never end, and the other cases shall be run.
GIVE_UP = 120


class Endless(Exception):
    """A case did not come to an end."""


def run(seed: int, number: int, *, small: bool = False) -> tuple[int, str, list[str]]:
    """Run one case; give its number, its name and what does not hold."""
    case = make_case(seed, number, small=small)
    return number, case.name, _guarded(case, number)


def _guarded(case: Case, number: int) -> list[str]:
    def give_up(*_: object) -> None:
        raise Endless(f"no end after {GIVE_UP} s")

    if not hasattr(signal, "setitimer"):
        return breaches(case, number)
    signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVE_UP)
    try:
        return breaches(case, number)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def store(folder: Path, seed: int, number: int, *, small: bool) -> Path:
    """Keep the input of a case."""
    folder.mkdir(parents=True, exist_ok=True)
    source = make_case(seed, number, small=small).source
    target = folder / f"{seed}-{number}.{'txt' if isinstance(source, str) else 'bin'}"
    target.write_bytes(source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source)
    return target


def report(results: Iterable[tuple[int, str, list[str]]], folder: Path, seed: int, *, small: bool) -> int:
    """Print what comes in; give the number of cases that failed."""
    failed = 0
    for done, (number, name, said) in enumerate(results, 1):
        if said:
            failed += 1
            print(f"case {number} ({name}) -> {store(folder, seed, number, small=small)}", *said[:4], sep="\n    ", flush=True)
        if done % 1000 == 0:
            print(f"{done} cases, {failed} failed", flush=True)
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", type=int, help="one case, by its number")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--small", action="store_true", help="the documents of `make test`")
    parser.add_argument("--failures", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    numbers = [options.only] if options.only is not None else range(options.first, options.first + options.cases)
    one = partial(run, options.seed, small=options.small)
    if options.processes < 2 or len(numbers) == 1:
        failed = report(map(one, numbers), options.failures, options.seed, small=options.small)
    else:
        with ProcessPoolExecutor(options.processes) as pool:
            failed = report(pool.map(one, numbers, chunksize=20), options.failures, options.seed, small=options.small)
    print(f"{len(numbers)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
