import {
  peerAuthenticationSpec,
  peerAuthenticationType,
} from "../../graph/kinds/peer-authentication.ts";
import { serviceSpec } from "../../graph/kinds/service.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { servicesOf } from "../access/services-in.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** Ports of `portLevelMtls` are ports of the workload. One of its Service, which leads to another, has no effect. */
export const portOfService: Rule = {
  id: "mtls/port-of-service",
  code: "HED4422",
  severity: "warning",
  summary: "the ports of `portLevelMtls` are ports of the workload, not of its Service",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, peerAuthenticationType, find)) {
      const spec = peerAuthenticationSpec(object);
      const labels = spec?.selector?.matchLabels ?? {};
      if (Object.keys(labels).length === 0) continue;
      const pods = podsSelectedBy(graph, object.namespace, labels);
      for (const port of Object.keys(spec?.portLevelMtls ?? {})) {
        const targets = new Set(pods.flatMap((pod) => targetOf(graph, pod, Number(port)) ?? []));
        const [target] = targets;
        if (target === undefined) continue;
        const path = ["spec", "portLevelMtls", port];
        const isOne = targets.size === 1 && /^\d+$/.test(target);
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `port ${port} is the one of a Service, and the workload listens on ${target}`,
          fix: `write ${target}, the port of the workload`,
          ...(isOne && !Object.hasOwn(spec?.portLevelMtls ?? {}, target)
            ? { edits: [{ kind: "rename", path, to: target }] }
            : {}),
        });
      }
    }
  },
};

/** The port that a port of a Service leads to, where nothing says that the pod itself listens on it. */
function targetOf(graph: ObjectGraph, pod: VirtualPod, port: number): string | undefined {
  const own = pod.containers.flatMap(({ ports }) => ports ?? []);
  if (own.some(({ containerPort }) => containerPort === port)) return undefined;
  const ports = servicesOf(graph, pod).flatMap((object) => serviceSpec(object)?.ports ?? []);
  if (ports.some((each) => Number(each.targetPort ?? each.port) === port)) return undefined;
  const target = ports.find((each) => each.port === port)?.targetPort;
  return target === undefined ? undefined : String(target);
}
