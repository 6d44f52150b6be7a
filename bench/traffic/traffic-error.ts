import { HeddleError } from "../../diagnostics/index.ts";

/** What went wrong with a traffic run, and what helps. */
export interface TrafficFailure {
  /** What was got and what was expected; lower case, no final period. */
  readonly message: string;
  /** The command or change that helps. */
  readonly fix: string;
  /** Default HED5004, the driver failed. */
  readonly code?: "HED5004" | "HED2001" | "HED2005" | "HED1008" | "HED5001";
}

/** A failure of a traffic run, as the error that every edge of Heddle prints. */
export function trafficError({ code = "HED5004", message, fix }: TrafficFailure): HeddleError {
  return new HeddleError([{ code, severity: "error", path: ["traffic"], message, fix }]);
}
