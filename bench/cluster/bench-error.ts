import { HeddleError, type Code } from "../../diagnostics/index.ts";

/** What a failure of the bench has to say to the person in front of it. */
export interface BenchFailure {
  readonly code: Extract<Code, "HED5001" | "HED5003" | "HED5005" | "HED1009">;
  /** What was got and what was expected; lower case, no final period. */
  readonly message: string;
  /** The command or change that helps. */
  readonly fix: string;
}

/** A failure of the bench as the error that every edge of Heddle prints. */
export function benchError(failure: BenchFailure): HeddleError {
  return new HeddleError([{ ...failure, severity: "error", path: ["bench"] }]);
}
