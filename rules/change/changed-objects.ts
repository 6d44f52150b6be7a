import { z } from "zod";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Change } from "../rule.ts";
import { differs, objectPairs, removedObjects } from "./object-pairs.ts";

/** An object that changed, and whom it is for. */
export interface ChangedObject {
  readonly object: KubernetesObject;
  /** Labels that choose its workloads; undefined or empty: all of its namespace. */
  readonly selector: Readonly<Record<string, string>> | undefined;
}

/** Kinds that hold for all workloads of their namespace, or of the mesh, where they select none. */
const kinds = [
  "networking.istio.io/EnvoyFilter",
  "networking.istio.io/ProxyConfig",
  "networking.istio.io/Sidecar",
  "security.istio.io/AuthorizationPolicy",
  "security.istio.io/PeerAuthentication",
  "security.istio.io/RequestAuthentication",
  "telemetry.istio.io/Telemetry",
  "extensions.istio.io/WasmPlugin",
  "extensions.istio.io/TrafficExtension",
] as const;

const labels = z.record(z.string(), z.string());
const schema = z.looseObject({
  spec: z.looseObject({
    selector: z.looseObject({ matchLabels: labels.optional() }).optional(),
    workloadSelector: z.looseObject({ labels: labels.optional() }).optional(),
    targetRef: z.unknown().optional(),
    targetRefs: z.array(z.unknown()).optional(),
  }),
});

/** Objects for workloads that are new, gone or different; those with a target of their own are left out. */
export function changedObjects(change: Change): readonly ChangedObject[] {
  const { before, after } = change;
  const back = { before: after, after: before };
  return kinds.flatMap((kind) => {
    const different = objectPairs(change, kind)
      .filter(differs)
      .map((each) => each.after);
    const moved = [...different, ...removedObjects(back, kind), ...removedObjects(change, kind)];
    return moved.flatMap((object): ChangedObject[] => {
      const { spec } = schema.safeParse(object.raw).data ?? {};
      if (spec?.targetRef !== undefined || (spec?.targetRefs ?? []).length > 0) return [];
      const selector = spec?.selector?.matchLabels ?? spec?.workloadSelector?.labels;
      return [{ object, selector }];
    });
  });
}
