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
      pod.containers.forEach(({ name, ports }, index) => {
        if (name === "istio-proxy") return;
        ports?.forEach(({ containerPort = 0 }, at) => {
          const use = reserved[containerPort];
          if (use === undefined) return;
          find({
            outcome: "fail",
            origin: pod.origin(["spec", "containers", index, "ports", at]),
            message: `port ${String(containerPort)} of the container ${name ?? ""} is the proxy's own, for ${use}`,
            fix: "let the application listen on a port outside of 15000 to 15090",
          });
        });
      });
    }
  },
};
