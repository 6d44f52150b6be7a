import type { GlobalLimits, Limit } from "../limit.ts";
import type { GlobalLimitsInput, LimitInput } from "../schema/limit-schema.ts";

/** Brings a limit into its one form. Header names are compared without case. */
export function normalizeLimit({
  requests,
  per,
  scope = "local",
  by,
  match = {},
}: LimitInput): Limit {
  const { path, method } = match;
  return {
    requests,
    per,
    scope,
    ...(by === undefined
      ? {}
      : {
          by:
            "header" in by
              ? { kind: "header", name: by.header.toLowerCase() }
              : { kind: "remote-address" },
        }),
    ...(path === undefined
      ? {}
      : {
          path:
            typeof path === "string"
              ? { kind: "exact", value: path }
              : { kind: "prefix", value: path.prefix },
        }),
    ...(method === undefined ? {} : { method }),
  };
}

/** Long enough for a count in another zone, short enough that nobody minds when there is none. */
const usualTimeout = 100;

/** Fills in what holds for all limits of scope `global`. */
export function normalizeGlobalLimits({
  service,
  timeout = usualTimeout,
  uncounted = "allow",
}: GlobalLimitsInput): GlobalLimits {
  return { service, timeout, uncounted };
}
