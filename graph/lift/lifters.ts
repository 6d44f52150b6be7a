import { liftAuthorizationPolicy } from "./lift-authorization-policy.ts";
import { liftDestinationRule } from "./lift-destination-rule.ts";
import { liftGateway } from "./lift-gateway.ts";
import { liftWorkloadEntry, liftWorkloadGroup } from "./lift-machine.ts";
import { liftNamespace } from "./lift-namespace.ts";
import { liftPeerAuthentication } from "./lift-peer-authentication.ts";
import { liftServiceEntry } from "./lift-service-entry.ts";
import { liftService } from "./lift-service.ts";
import { liftVirtualService } from "./lift-virtual-service.ts";
import { liftPod, liftPodTemplate } from "./lift-workload.ts";
import type { Lifter } from "./lifter.ts";

/** Every kind that can be lifted. Objects of other kinds say nothing about traffic and are passed over. */
export const lifters: readonly Lifter[] = [
  liftNamespace,
  liftService,
  liftPodTemplate,
  liftPod,
  liftWorkloadEntry,
  liftWorkloadGroup,
  liftServiceEntry,
  liftVirtualService,
  liftDestinationRule,
  liftPeerAuthentication,
  liftAuthorizationPolicy,
  liftGateway,
];

const byKind: ReadonlyMap<string, Lifter> = new Map(
  lifters.flatMap((lifter) => lifter.kinds.map((kind) => [kind, lifter] as const)),
);

/** The lifter of a kind in any of its served versions. */
export function lifterFor(apiVersion: string, kind: string): Lifter | undefined {
  const slash = apiVersion.lastIndexOf("/");
  return byKind.get(`${slash < 0 ? "" : apiVersion.slice(0, slash)}/${kind}`);
}
