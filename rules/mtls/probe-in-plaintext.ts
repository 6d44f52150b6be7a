import { z } from "zod";
import { anything, message, portRef, text } from "../../graph/kinds/fields.ts";
import type { PodContainer } from "../../graph/kinds/pod-spec.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import { receiverModes } from "../receiver-mode.ts";
import type { Rule } from "../rule.ts";

const rewriteKey = "sidecar.istio.io/rewriteAppHTTPProbers";

/** The kubelet's probes, which are plaintext, get to servers that take mTLS only: they are rewritten. */
export const probeInPlaintext: Rule = {
  id: "mtls/probe-in-plaintext",
  code: "HED4573",
  severity: "warning",
  summary: "probes of strict servers are rewritten, so that the kubelet gets through",
  covers: [],
  reads: ["objects", "receiverModes"],
  needs: ["receiver-mode"],
  check(graph, find) {
    for (const pod of virtualPods(graph)) {
      if (pod.mode !== "sidecar" || pod.annotations[rewriteKey] !== "false") continue;
      // Ports that the proxy does not take are reached as they are.
      if (excludeKeys.some((key) => pod.annotations[key] !== undefined)) continue;
      const modes = receiverModes(graph, pod);
      if (modes.length === 0 || modes.some(({ mode }) => mode !== "strict")) continue;
      for (const [index, container] of pod.containers.entries()) {
        const probe = probes.find((each) => isProxied(container, each));
        if (probe === undefined) continue;
        find({
          outcome: "fail",
          origin: pod.origin(["spec", "containers", index, probe]),
          message: `${probe} comes in plaintext, the workload takes mTLS only, and ${rewriteKey} is "false": the probe always fails`,
          fix: `remove the annotation ${rewriteKey}`,
        });
        break;
      }
    }
  },
};

const excludeKeys = [
  "traffic.sidecar.istio.io/excludeInboundPorts",
  "traffic.sidecar.istio.io/includeInboundPorts",
];

const probes = ["livenessProbe", "readinessProbe", "startupProbe"] as const;

const probeSchema = z.looseObject({
  httpGet: message({ port: portRef, scheme: text }),
  grpc: anything,
});

/** Whether a probe speaks to the application through the proxy; one of TCP only looks whether the port is open. */
function isProxied(container: PodContainer, probe: (typeof probes)[number]): boolean {
  const { data } = probeSchema.safeParse(container[probe]);
  return data?.httpGet !== undefined || data?.grpc !== undefined;
}
