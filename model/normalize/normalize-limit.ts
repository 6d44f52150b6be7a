import type { Limit } from "../limit.ts";
import type { LimitInput } from "../schema/limit-schema.ts";

/** Brings a limit into its one form. Header names are compared without case. */
export function normalizeLimit({ requests, per, by, match = {} }: LimitInput): Limit {
  const { path, method } = match;
  return {
    requests,
    per,
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
