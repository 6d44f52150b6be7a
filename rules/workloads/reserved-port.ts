import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "./checked-workloads.ts";

/** Ports that the proxy listens on inside the pod. */
const reserved: Readonly<Record<number, string>> = {
  15000: "its administration",
  15001: "outbound traffic",
  15004: "debugging",
  15006: "inbound traffic",
  15008: "tunnels (HBONE)",
  15020: "merged metrics",
  15021: "its health",
  15053: "DNS",
  15090: "its metrics",
};

/** No application in the mesh listens on a port that its proxy needs. */
export const reservedPort: Rule = {
  id: "workloads/reserved-port",
  code: "HED4153",
  severity: "warning",
  summary: "no application listens on a port of the proxy",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedWorkloads(graph)) {
      if (pod.mode !== "sidecar") continue;
      for (const { name, port, use, path } of taken(pod)) {
        find({
          outcome: "fail",
          origin: pod.origin(path),
          message: `port ${String(port)} of the container ${name ?? ""} is the proxy's own, for ${use}`,
          fix: "let the application listen on a port outside of 15000 to 15090",
        });
      }
    }
  },
};

/** Ports of the proxy that containers take, sidecars among the first containers included: they stay beside the proxy. */
function taken(pod: VirtualPod) {
  return (["containers", "initContainers"] as const).flatMap((kind) =>
    pod[kind].flatMap(({ name, ports = [], restartPolicy }, index) => {
      if (name === "istio-proxy" || ports.length === 0) return [];
      if (kind === "initContainers" && restartPolicy !== "Always") return [];
      return ports.flatMap(({ containerPort: port = 0 }, at) => {
        const use = reserved[port];
        const path = ["spec", kind, index, "ports", at];
        return use === undefined ? [] : [{ name, port, use, path }];
      });
    }),
  );
}
