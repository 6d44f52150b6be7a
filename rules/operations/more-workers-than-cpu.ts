import { load } from "js-yaml";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";
import { parseQuantity } from "./parse-quantity.ts";
import { proxyCpuLimit } from "./proxy-resources.ts";

const annotation = "proxy.istio.io/config";

/** A proxy has no more worker threads than CPUs. */
export const moreWorkersThanCpu: Rule = {
  id: "operations/more-workers-than-cpu",
  code: "HED4824",
  severity: "info",
  summary: "a proxy has no more worker threads than its limit has CPUs",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { defaultConfig } = meshConfig(graph).config;
    const ofMesh = concurrencyOf(defaultConfig);
    for (const pod of checkedWorkloads(graph)) {
      const said = proxyCpuLimit(pod);
      const limit = parseQuantity(said);
      if (limit === undefined || pod.mode === "none") continue;
      const own = concurrencyOf(parse(pod.annotations[annotation]));
      const workers = own ?? ofMesh;
      if (workers === undefined || (workers > 0 && workers <= Math.max(1, Math.ceil(limit)))) {
        continue;
      }
      const threads =
        workers === 0 ? "one thread for each CPU of its node" : `${String(workers)} threads`;
      find({
        outcome: "fail",
        origin: pod.origin(own === undefined ? ["spec"] : ["metadata", "annotations", annotation]),
        message: `the proxy runs ${threads} and is limited to ${String(said)} of CPU: Kubernetes holds it up many times a second`,
        fix: "leave concurrency out, so that the limit decides, or raise the limit",
      });
    }
  },
};

function concurrencyOf(config: unknown): number | undefined {
  if (typeof config !== "object" || config === null) return undefined;
  const value: unknown = Reflect.get(config, "concurrency");
  return typeof value === "number" ? value : undefined;
}

function parse(yaml: string | undefined): unknown {
  if (yaml?.includes("concurrency") !== true) return undefined;
  try {
    return load(yaml, { maxAliases: 100 });
  } catch {
    return undefined;
  }
}
