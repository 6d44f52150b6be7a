import { printPath } from "../../../diagnostics/index.ts";
import { lifterFor } from "../../../graph/lift/lifters.ts";
import type { KubernetesObject } from "../../../graph/objects/kubernetes-object.ts";

/** Places that were reported when the object was lifted (HED2010), so that nothing is said twice of one fault. */
export function liftProblems(object: KubernetesObject): ReadonlySet<string> {
  const lifter = lifterFor(`${object.group}/${object.version}`, object.kind);
  const issues = lifter?.lift(object.raw, {
    name: object.name,
    namespace: object.namespace,
    rootNamespace: "istio-system",
    origin: (path) => object.origin(path),
    isUnresolved: () => false,
    add: () => undefined,
    addPortModes: () => undefined,
    setInjection: () => undefined,
    leaveOut: () => undefined,
  });
  return new Set(issues?.map(({ path }) => printPath(path.map(stepOf))));
}

function stepOf(step: PropertyKey): string | number {
  return typeof step === "symbol" ? String(step) : step;
}
