import type { Path } from "../../diagnostics/index.ts";
import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { askedMarks, guardFault } from "./guard-fault.ts";
import { httpManagers, isFields, listenersOf, partsAt } from "./parts.ts";

/** A filter that decides about access does decide. */
export const filterWithoutEffect: Rule = {
  id: "envoy/filter-without-effect",
  code: "HED4847",
  severity: "warning",
  summary: "a filter for access of an Envoy is enforced, also while its authorizer is down",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      const managers = listenersOf(config).flatMap(httpManagers);
      for (const chain of managers.map((each) => partsAt(each, "http_filters"))) {
        const marks = askedMarks(chain);
        for (const filter of chain) {
          const message = guardFault(filter, marks);
          if (message === undefined) continue;
          const origin = config.origin(filter.path);
          find({ outcome: "fail", origin, message: config.prefix(filter.path) + message, fix });
        }
      }
    }
    for (const object of objectsOf(graph, envoyFilterType)) {
      for (const [index, { applyTo, patch }] of (
        envoyFilterSpec(object)?.configPatches ?? []
      ).entries()) {
        if (applyTo !== "HTTP_FILTER" || patch?.operation === "REMOVE") continue;
        const path: Path = ["spec", "configPatches", index, "patch", "value"];
        const message = isFields(patch?.value)
          ? guardFault({ value: patch.value, path })
          : undefined;
        if (message !== undefined) {
          find({ outcome: "fail", origin: object.origin(path), message, fix });
        }
      }
    }
  },
};

const fix =
  "write the rules themselves, switch the filter on, and let a missing answer of the authorizer refuse";
