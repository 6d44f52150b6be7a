import type { Path } from "../../diagnostics/index.ts";

/** A fault that the validation of an object finds. */
export interface Fault {
  readonly severity: "error" | "warning";
  readonly path: Path;
  readonly message: string;
  /** What to change; where it is left out, the message says what is allowed. */
  readonly fix?: string;
  /** Istio itself says nothing of it. */
  readonly own?: boolean;
}

/** A place in an object that is checked: knows its path, takes the faults that are found there. */
export interface Place {
  /** A place below this one. */
  at(...steps: readonly (string | number)[]): Place;
  /** Notes a fault; no problem, no fault. */
  error(problem: string | undefined, fix?: string): void;
  warn(problem: string | undefined, fix?: string): void;
  /** A warning that Istio does not give. */
  own(problem: string | undefined, fix?: string): void;
  /** The same place, where Istio forgets the warnings: they are ours then. */
  unheard(): Place;
}

type Steps = readonly (string | number)[];

/** There is one for each field of each object: a class, because closures cost most of the time of the check. */
class FaultPlace implements Place {
  readonly #above: FaultPlace | undefined;
  readonly #steps: Steps;
  readonly #faults: Fault[];
  readonly #heard: boolean;

  constructor(above: FaultPlace | undefined, steps: Steps, faults: Fault[], heard: boolean) {
    this.#above = above;
    this.#steps = steps;
    this.#faults = faults;
    this.#heard = heard;
  }

  at(...steps: Steps): Place {
    return new FaultPlace(this, steps, this.#faults, this.#heard);
  }

  unheard(): Place {
    return new FaultPlace(this, [], this.#faults, false);
  }

  error(problem: string | undefined, fix?: string): void {
    this.#note({ severity: "error" }, problem, fix);
  }

  warn(problem: string | undefined, fix?: string): void {
    this.#note({ severity: "warning", ...(this.#heard ? {} : { own: true }) }, problem, fix);
  }

  own(problem: string | undefined, fix?: string): void {
    this.#note({ severity: "warning", own: true }, problem, fix);
  }

  #note(kind: Pick<Fault, "severity" | "own">, message?: string, fix?: string): void {
    if (message === undefined) return;
    const path = this.#path();
    this.#faults.push({ ...kind, path, message, ...(fix === undefined ? {} : { fix }) });
  }

  #path(): Path {
    const above = this.#above === undefined ? [] : this.#above.#path();
    return [...above, ...this.#steps];
  }
}

/** The place of a path; faults are added to a list. */
export function createPlace(path: Path, faults: Fault[]): Place {
  return new FaultPlace(undefined, path, faults, true);
}

/** Checks each item of a list at its place. */
export function each<Value>(
  values: readonly Value[] | undefined,
  place: Place,
  check: (value: Value, place: Place, index: number) => void,
): void {
  values?.forEach((value, index) => {
    check(value, place.at(index), index);
  });
}

/** Checks each entry of a map at its place. */
export function eachEntry<Value>(
  values: ReadonlyMap<string, Value> | undefined,
  place: Place,
  check: (key: string, value: Value, place: Place) => void,
): void {
  for (const [key, value] of values ?? []) check(key, value, place.at(key));
}

/** Checks a value where there is one. */
export function present<Value>(
  value: Value | undefined,
  place: Place,
  check: (value: Value, place: Place) => void,
): void {
  if (value !== undefined) check(value, place);
}

/** Whether a text says something; an empty one is as if it were not set. */
export function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}
