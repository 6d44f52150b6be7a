import type { Edit, Path } from "../../diagnostics/index.ts";
import type { ReadProblem } from "./read/decoding.ts";

/** A fault that the validation of an object finds. */
export interface Fault {
  /** `unknown`: a field that the cluster drops without a word. */
  readonly severity: "error" | "warning" | "unknown";
  readonly path: Path;
  readonly message: string;
  /** What to change; where it is left out, the message says what is allowed. */
  readonly fix?: string;
  readonly edits?: readonly Edit[];
  /** Istio itself says nothing of it. */
  readonly own?: boolean;
}

type Step = Path[number];

/** A place in an object that is checked: knows its path, takes the faults that are found there. */
export interface Place {
  /** A place one or two steps below this one. */
  at(step: Step, below?: Step): Place;
  /** Notes a fault; no problem, no fault. */
  error(problem: string | undefined, fix?: string): void;
  warn(problem: string | undefined, fix?: string): void;
  /** A warning that Istio does not give. */
  own(problem: string | undefined, fix?: string): void;
  /** What reading the value at this place has found; its path counts from here. */
  problem(problem: ReadProblem): void;
  /** The same place, where Istio forgets the warnings: they are ours then. */
  unheard(): Place;
}

type Kind = Pick<Fault, "severity" | "own">;

const errors: Kind = { severity: "error" };
const warnings: Kind = { severity: "warning" };
const ownWarnings: Kind = { severity: "warning", own: true };

/**
 * There is one for each field of each object: a class, because closures cost most of the time of the check, with one
 * step each, because lists of steps cost most of the rest.
 */
class FaultPlace implements Place {
  // Declared, because fields that are defined are one more call for each place.
  declare private readonly above: FaultPlace | undefined;
  declare private readonly step: Step;
  declare private readonly faults: Fault[];
  declare private readonly heard: boolean;

  constructor(above: FaultPlace | undefined, step: Step, faults: Fault[], heard: boolean) {
    this.above = above;
    this.step = step;
    this.faults = faults;
    this.heard = heard;
  }

  at(step: Step, below?: Step): Place {
    const place = new FaultPlace(this, step, this.faults, this.heard);
    return below === undefined ? place : new FaultPlace(place, below, this.faults, this.heard);
  }

  unheard(): Place {
    return new FaultPlace(this.above, this.step, this.faults, false);
  }

  error(problem: string | undefined, fix?: string): void {
    if (problem !== undefined) this.note(errors, problem, fix);
  }

  warn(problem: string | undefined, fix?: string): void {
    if (problem !== undefined) this.note(this.heard ? warnings : ownWarnings, problem, fix);
  }

  own(problem: string | undefined, fix?: string): void {
    if (problem !== undefined) this.note(ownWarnings, problem, fix);
  }

  problem({ kind, path, ...rest }: ReadProblem): void {
    const severity = kind === "type" ? "error" : "unknown";
    this.faults.push({ ...rest, severity, path: [...this.path(), ...path] });
  }

  private note(kind: Kind, message: string, fix: string | undefined): void {
    const path = this.path();
    this.faults.push({ ...kind, path, message, ...(fix === undefined ? {} : { fix }) });
  }

  private path(): Path {
    return this.above === undefined ? [this.step] : [...this.above.path(), this.step];
  }
}

/** The place of a field of the object; faults are added to a list. */
export function createPlace(field: string, faults: Fault[]): Place {
  return new FaultPlace(undefined, field, faults, true);
}

/** Checks each item of a list at its place. */
export function each<Value>(
  values: readonly Value[] | undefined,
  place: Place,
  check: (value: Value, place: Place, index: number) => void,
): void {
  if (values === undefined) return;
  for (let index = 0; index < values.length; index += 1) {
    // Lists have no holes.
    check(values[index] as Value, place.at(index), index);
  }
}

/** Checks each entry of a map at its place. */
export function eachEntry<Value>(
  values: ReadonlyMap<string, Value> | undefined,
  place: Place,
  check: (key: string, value: Value, place: Place) => void,
): void {
  if (values === undefined) return;
  for (const [key, value] of values) check(key, value, place.at(key));
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
