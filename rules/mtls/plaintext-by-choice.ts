import type { ClientPolicyNode, Graph, ServiceNode, WorkloadNode } from "../../graph/graph.ts";
import { selects } from "../../graph/query.ts";
import { receiverModes } from "../receiver-mode.ts";
import type { Rule } from "../rule.ts";
import { indexTargets, type Targets } from "./index-targets.ts";

type Read = Pick<Graph, "receiverModes">;

/**
 * Clients with a proxy start mTLS to servers that take it. Who switches it off gives up encryption and identity without
 * need: automatic mTLS sends plaintext by itself where a server has no proxy.
 */
export const plaintextByChoice: Rule = {
  id: "mtls/plaintext-by-choice",
  code: "HED4780",
  severity: "warning",
  summary: "clients do not switch off mTLS towards servers that take it",
  covers: [],
  reads: ["services", "workloads", "subsets", "clientPolicies", "receiverModes"],
  needs: ["client-tls", "receiver-mode"],
  check(graph, find) {
    const targets = indexTargets(graph);
    for (const policy of graph.clientPolicies) {
      if (policy.tls !== "none") continue;
      for (const service of targets.servicesOf(policy.host)) {
        const server = takesMtls(graph, policy, service, targets);
        if (server === undefined) continue;
        find({
          outcome: server.inMesh === true ? "fail" : "unknown",
          origin: policy.origin,
          message: `clients of ${service.host} send plaintext, though ${server.namespace}/${server.name} takes mTLS`,
          fix: "remove the client's TLS setting: proxies choose what the server accepts by themselves",
        });
        break;
      }
    }
  },
};

/** A workload of the service whose proxy takes mTLS beside plaintext; what takes mTLS only is `mtls/mtls-conflict`. */
function takesMtls(
  graph: Read,
  policy: ClientPolicyNode,
  service: ServiceNode,
  targets: Targets,
): WorkloadNode | undefined {
  if (service.external) return undefined;
  const subset = targets.subsetOf(service.host, policy.subset);
  return targets
    .workloadsOf(service)
    .find(
      (workload) =>
        workload.inMesh !== false &&
        (subset === undefined || selects(subset.labels, workload.labels)) &&
        receiverModes(graph, workload).every(({ mode }) => mode === "permissive"),
    );
}
