import { z } from "zod";
import { message, text } from "../../graph/kinds/fields.ts";
import { readSpec } from "../../graph/kinds/read-kind.ts";
import { parseGoDuration } from "../../graph/lift/go-duration.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const type = "cert-manager.io/Certificate";
const read = readSpec(
  type,
  z.looseObject({
    duration: text,
    renewBefore: text,
    privateKey: message({ rotationPolicy: text }),
  }),
);
const day = 86_400_000;

/** A certificate that cert-manager renews is renewed after it was made, and early enough to mend what goes wrong. */
export const rotationWindow: Rule = {
  id: "gateway/rotation-window",
  code: "HED4692",
  severity: "warning",
  summary: "certificates are renewed before they end, and not all the time",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, type)) {
      const { duration, renewBefore, privateKey } = read(object) ?? {};
      if (privateKey?.rotationPolicy === "Never") {
        find({
          outcome: "fail",
          origin: object.origin(["spec", "privateKey", "rotationPolicy"]),
          message:
            "is renewed with the same key for ever: who once got the key can use every certificate to come",
          fix: "set rotationPolicy: Always",
        });
      }
      if (renewBefore === undefined) continue;
      const whole = parseGoDuration(duration ?? "2160h");
      const before = parseGoDuration(renewBefore);
      if (whole === undefined || before === undefined) continue;
      // Short-lived certificates are renewed by hours; for others a day is the least to notice and to act.
      const least = Math.min(day, whole / 10);
      const fault =
        before >= whole
          ? `renewBefore ${renewBefore} is not shorter than the duration ${duration ?? "2160h (the default)"}: it is renewed without end`
          : before < least
            ? `is renewed only ${renewBefore} before it ends: one failed try is an outage`
            : undefined;
      if (fault === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "renewBefore"]),
        message: fault,
        fix: "set renewBefore to about a third of the duration",
      });
    }
  },
};
