import { z } from "zod";
import { text } from "../../graph/kinds/fields.ts";
import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const tagOverrides = z.record(z.string(), z.looseObject({ operation: text, value: text }));

/** Values of which there is a new one with nearly every request. */
const endless =
  /request\.(?:url_path|path|id|time|query)\b|request\.headers\[['"](?:x-request-id|traceparent|x-b3-traceid|cookie|authorization|x-forwarded-for|user-agent|x-user-id)['"]\]|source\.(?:address|port)\b|connection\.id\b/;

/** The tags of metrics have few values: each new one is a new time series, in every proxy. */
export const tagWithoutEnd: Rule = {
  id: "telemetry/tag-without-end",
  code: "HED4778",
  severity: "warning",
  summary: "the tags of metrics have few values",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, telemetryType)) {
      for (const [index, { overrides = [] }] of (telemetrySpec(object)?.metrics ?? []).entries()) {
        for (const [place, override] of overrides.entries()) {
          const tags = tagOverrides.safeParse(override.tagOverrides ?? {}).data ?? {};
          for (const [tag, { value = "", operation }] of Object.entries(tags)) {
            const [what] = endless.exec(value) ?? [];
            if (what === undefined || operation === "REMOVE") continue;
            const path = ["spec", "metrics", index, "overrides", place, "tagOverrides", tag];
            find({
              outcome: "fail",
              origin: object.origin([...path, "value"]),
              message: `the tag ${tag} is ${what}, which is another one with nearly every request: each makes a new time series in every proxy`,
              fix: "choose something of which there are few: the route, the method, the class of the answer; or put it into traces",
            });
          }
        }
      }
    }
  },
};
