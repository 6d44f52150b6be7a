import type { Path } from "../../diagnostics/index.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { exclusiveFieldsByType, type ExclusiveFields } from "./fields/exclusive.ts";

/** Of fields that exclude each other only one is set. Istio would take the one that it happens to read last. */
export const exclusiveFields: Rule = {
  id: "schema/exclusive-fields",
  code: "HED4835",
  severity: "error",
  summary: "of fields that exclude each other, one is set",
  // Only the definition of the kind says so: istioctl reads the last of them.
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const [type, all] of exclusiveFieldsByType) {
      for (const object of objectsOf(graph, type)) {
        for (const { at, names } of all) {
          for (const { path, value } of reach(object.raw["spec"], at, ["spec"])) {
            const given = names.filter((name) => isGiven(value[name]));
            if (given.length < 2) continue;
            find({
              outcome: "fail",
              origin: object.origin(path),
              message: `${given.map((name) => `\`${name}\``).join(" and ")} exclude each other, and the API server refuses both`,
              fix: "keep one of them",
            });
          }
        }
      }
    }
  },
};

interface Reached {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Every message at a place of the definition: `*` is each entry of a list or of a map. */
function reach(value: unknown, at: ExclusiveFields["at"], path: Path): readonly Reached[] {
  if (typeof value !== "object" || value === null) return [];
  const [step, ...rest] = at;
  const entries = value as Readonly<Record<string, unknown>>;
  if (step === undefined) return Array.isArray(value) ? [] : [{ path, value: entries }];
  if (step !== "*") return reach(entries[step], rest, [...path, step]);
  return Object.entries(entries).flatMap(([key, each]) =>
    reach(each, rest, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
