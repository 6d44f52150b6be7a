import type { Path } from "../../diagnostics/index.ts";
import type { Milliseconds } from "../../model/duration.ts";
import type { Retries } from "../../model/retries.ts";
import { retryConditions, type RetryCondition } from "../../model/vocabulary.ts";
import { parseGoDuration } from "./go-duration.ts";
import type { LiftContext } from "./lifter.ts";
import type { RuleObject } from "./virtual-service-schema.ts";

/** What Istio retries on where `retryOn` is empty. */
const defaultConditions = [
  "connect-failure",
  "refused-stream",
  "unavailable",
  "cancelled",
] as const;

/** Retries as the rule says them; undefined where it says none and the mesh's default holds. */
export function readRetries(
  retries: RuleObject["retries"],
  path: Path,
  context: LiftContext,
): Retries | undefined {
  if (retries === undefined || retries === null) return undefined;
  const perTryTimeout = readTimeout(retries.perTryTimeout, [...path, "perTryTimeout"], context);
  const backoff = readTimeout(retries.backoff, [...path, "backoff"], context);
  return {
    attempts: retries.attempts ?? 0,
    ...(perTryTimeout === undefined ? {} : { perTryTimeout }),
    on: readConditions(retries.retryOn, [...path, "retryOn"], context),
    ...(backoff === undefined ? {} : { backoff }),
    ...(retries.retryIgnorePreviousHosts === false ? { otherHosts: false } : {}),
    ...(retries.retryRemoteLocalities === true ? { otherLocalities: true } : {}),
  };
}

/** A deadline; undefined where there is none: absent, or zero, which switches it off. */
export function readTimeout(
  text: string | null | undefined,
  path: Path,
  context: LiftContext,
): Milliseconds | undefined {
  if (text === undefined || text === null) return undefined;
  const value = parseGoDuration(text);
  if (value === undefined) {
    context.leaveOut(path, `${JSON.stringify(text)} is not a duration like "1.5s" or "250ms"`);
  }
  return value === 0 ? undefined : value;
}

function readConditions(
  text: string | null | undefined,
  path: Path,
  context: LiftContext,
): RetryCondition[] {
  if (!text) return [...defaultConditions];
  return text.split(",").flatMap((each): RetryCondition[] => {
    const word = each.trim();
    const known = retryConditions.find((condition) => condition === word);
    if (known !== undefined) return [known];
    if (isStatus(word)) return [word];
    // Only the marker of the plain status codes that stand beside it.
    if (word === "retriable-status-codes" || word === "") return [];
    context.leaveOut(path, `retry condition ${JSON.stringify(word)} is not part of the graph`);
    return [];
  });
}

function isStatus(word: string): word is `${number}` {
  return /^[1-5]\d\d$/.test(word);
}
