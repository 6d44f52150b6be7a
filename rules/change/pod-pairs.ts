import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Change } from "../rule.ts";

/** The pods of one workload in both states. */
export interface PodPair {
  readonly before: VirtualPod;
  readonly after: VirtualPod;
}

/** The workloads that are in both states, by type, namespace and name. */
export function podPairs({ before, after }: Change): readonly PodPair[] {
  const old = new Map(virtualPods(before).map((each) => [keyOf(each), each]));
  return virtualPods(after).flatMap((pod): PodPair[] => {
    const was = old.get(keyOf(pod));
    return was === undefined ? [] : [{ before: was, after: pod }];
  });
}

function keyOf({ object, namespace, name }: VirtualPod): string {
  return `${object.type} ${namespace}/${name}`;
}
