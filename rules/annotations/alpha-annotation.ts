import { z } from "zod";
import type { Origin } from "../../graph/graph.ts";
import { message, messages, text } from "../../graph/kinds/fields.ts";
import { findObject, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { istioAnnotations } from "./annotated.ts";

/** What the injector writes into pods by itself where the network plugin redirects their traffic. */
const setByInjector: ReadonlySet<string> = new Set([
  "sidecar.istio.io/interceptionMode",
  "traffic.sidecar.istio.io/includeInboundPorts",
  "traffic.sidecar.istio.io/excludeInboundPorts",
  "traffic.sidecar.istio.io/includeOutboundIPRanges",
]);

/** Whether something belongs to a running pod whose traffic no container of its own redirects. */
function isOfCni(graph: ObjectGraph, { object }: Origin): boolean {
  if (object?.kind !== "Pod") return false;
  const { kind, namespace, name } = object;
  const found = findObject(graph, `/${kind}`, namespace ?? "default", name);
  const spec = found === undefined ? undefined : podSpec.safeParse(found.raw).data?.spec;
  return spec?.initContainers?.every((each) => each.name !== "istio-init") ?? true;
}

const podSpec = z.looseObject({
  spec: message({ initContainers: messages({ name: text }) }),
});

/** Annotations of features in their alpha phase are named: they may change or go with any version. */
export const alphaAnnotation: Rule = {
  id: "annotations/alpha-annotation",
  code: "HED4650",
  severity: "info",
  summary: "annotations of alpha features are known to be there",
  covers: ["IST0136"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { name, known, kind, origin } of istioAnnotations(graph)) {
      if (known?.status !== "alpha") continue;
      if (setByInjector.has(name) && isOfCni(graph, origin)) continue;
      // istioctl looks at pods, and not at the templates that they are made of.
      const inTemplate = kind === "Pod" && origin.object?.kind !== "Pod";
      find({
        outcome: "fail",
        origin,
        message: `the annotation ${name} belongs to a feature in its alpha phase, which may be incomplete`,
        fix: "read its notes before every upgrade, or do without it",
        ...(inTemplate ? { covers: [] } : {}),
      });
    }
  },
};
