import type { Report } from "../../diagnostics/index.ts";
import type { Json, RouteRuleNode } from "../../graph/index.ts";
import { printDuration } from "../../model/index.ts";
import type { Channel } from "./gateway-api-options.ts";
import { reportLimit } from "./report-limit.ts";

/**
 * The retries of a rule, on its status codes. Nothing in the standard channel, which has none, and nothing where no
 * status code is left: without one an implementation chooses itself what it repeats.
 */
export function retry(
  rule: RouteRuleNode,
  channel: Channel,
  report: Report,
): { readonly [key: string]: Json } {
  const codes = retryCodes(rule, channel);
  for (const code of codes.filter((each) => each < 400)) {
    reportLimit(report, rule.origin, {
      message: `cannot retry on the status code ${String(code)}; allowed: 400 to 599`,
      fix: "name a code of an error, such as 503",
    });
  }
  if (codes.length === 0) return {};
  const { attempts = 0, backoff } = rule.retries ?? {};
  const pause = backoff === undefined ? {} : { backoff: printDuration(backoff) };
  return { retry: { codes, attempts, ...pause } };
}

/** The status codes that a rule retries on in this channel. */
export function retryCodes(
  { retries }: Pick<RouteRuleNode, "retries">,
  channel: Channel,
): readonly number[] {
  if (channel === "standard" || retries === undefined || retries.attempts === 0) return [];
  return [...new Set(retries.on.filter((each) => /^\d+$/.test(each)).map(Number))];
}
