import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { servicesOfPod } from "../services/pods-of-services.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { checkedPods } from "./checked-workloads.ts";
import { loopbackAddresses } from "./loopback-addresses.ts";

/**
 * No port that a Service sends to is one that a program is told to listen on at loopback only: no other pod reaches it.
 * What a program does by itself cannot be seen; only what its flags and variables say.
 */
export const localhostListener: Rule = {
  id: "workloads/localhost-listener",
  code: "HED4687",
  severity: "error",
  summary: "what a Service sends to does not listen on loopback only",
  covers: ["IST0143"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedPods(graph)) {
      const local = pod.containers.flatMap(loopbackAddresses);
      if (local.length === 0) continue;
      const targets = targetsOf(graph, pod);
      for (const { path, port, said } of local) {
        const service = targets.get(port);
        if (service === undefined) continue;
        find({
          outcome: "fail",
          origin: pod.origin(path),
          message: `${said} lets only the pod itself in, and Service ${service} sends to port ${String(port)}`,
          fix: `listen on 0.0.0.0:${String(port)}, or on the address of the pod`,
        });
      }
    }
  },
};

/** The ports of a pod that Services send to, with the name of one of these. */
function targetsOf(graph: ObjectGraph, pod: VirtualPod): ReadonlyMap<number, string> {
  const named = new Map(
    pod.containers.flatMap(({ ports = [] }) =>
      ports.map((each) => [each.name, each.containerPort]),
    ),
  );
  const targets = new Map<number, string>();
  for (const { object, spec } of servicesOfPod(graph, pod)) {
    for (const { port, targetPort } of spec.ports ?? []) {
      const unset = targetPort === undefined || targetPort === 0 || targetPort === "";
      const target = unset
        ? port
        : typeof targetPort === "string"
          ? named.get(targetPort)
          : targetPort;
      if (target !== undefined) targets.set(target, object.name);
    }
  }
  return targets;
}
