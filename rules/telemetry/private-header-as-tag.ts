import { z } from "zod";
import { message, text } from "../../graph/kinds/fields.ts";
import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const customTags = z.record(z.string(), z.looseObject({ header: message({ name: text }) }));

/** Headers that hold secrets or say who somebody is. */
const secret =
  /^(?:proxy-)?authorization$|cookie|token|secret|passw|api-?key|session|e-?mail|phone|(?:^|-)ssn(?:-|$)|x-forwarded-client-cert/i;

/** Traces hold no secrets: no header with one becomes a tag of them. */
export const privateHeaderAsTag: Rule = {
  id: "telemetry/private-header-as-tag",
  code: "HED4777",
  severity: "warning",
  summary: "no header with secrets or personal data becomes a tag of traces",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, telemetryType)) {
      for (const [index, each] of (telemetrySpec(object)?.tracing ?? []).entries()) {
        const tags = customTags.safeParse(each.customTags ?? {}).data ?? {};
        for (const [tag, { header }] of Object.entries(tags)) {
          const name = header?.name ?? "";
          if (!secret.test(name)) continue;
          find({
            outcome: "fail",
            origin: object.origin(["spec", "tracing", index, "customTags", tag, "header", "name"]),
            message: `writes the header ${name} into every trace, as the tag ${tag}: who may read traces can read it`,
            fix: "remove the tag, or let the application write something that does not tell",
          });
        }
      }
    }
  },
};
