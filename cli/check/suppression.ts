/** What somebody decided to live with, and why. */
export interface Suppression {
  /** Patterns of codes, rule ids and ids of other tools. */
  readonly ids: readonly string[];
  readonly reason: string;
  /** `YYYY-MM-DD`: the last day on which it holds. */
  readonly until?: string;
}

/** Why a suppression does not hold. */
export interface SuppressionProblem {
  readonly message: string;
  readonly fix: string;
}

const form = "heddle-ignore HED4012: reason until 2027-01-01";

/**
 * Reads `HED4012, IST0109: reason until 2027-01-01`. A reason is required, the date is not; after that day the
 * suppression no longer holds.
 */
export function parseSuppression(text: string, today: string): Suppression | SuppressionProblem {
  const [, list = "", rest = ""] = /^([^:]*)(?::([^]*))?$/.exec(text) ?? [];
  const ids = list.split(/[\s,]+/).filter((id) => id !== "");
  if (ids.length === 0) {
    return { message: "it names no rule", fix: `write: ${form}` };
  }
  const [, reason = "", until] = /^([^]*?)(?:\s*\buntil\s+(\S+))?\s*$/.exec(rest) ?? [];
  if (reason.trim() === "") {
    return { message: `${ids.join(", ")} without a reason`, fix: `say why: ${form}` };
  }
  if (until === undefined) return { ids, reason: reason.trim() };
  if (!isDay(until)) {
    return { message: `${JSON.stringify(until)} is no day`, fix: `write it like this: ${form}` };
  }
  if (until < today) {
    const fix = "correct what it hides, or give it a new day";
    return { message: `${ids.join(", ")} held until ${until}`, fix };
  }
  return { ids, reason: reason.trim(), until };
}

export function isProblem(read: Suppression | SuppressionProblem): read is SuppressionProblem {
  return "message" in read;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
