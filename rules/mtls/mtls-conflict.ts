import type { ClientPolicyNode, Graph, ServiceNode } from "../../graph/graph.ts";
import { selects } from "../../graph/query.ts";
import type { Finding, Rule } from "../rule.ts";
import { conflictingMode } from "./conflicting-mode.ts";
import { indexTargets, type Targets } from "./index-targets.ts";

type Read = Pick<Graph, "services" | "workloads" | "subsets" | "clientPolicies" | "receiverModes">;

/**
 * What clients start fits what servers accept: no plaintext or foreign TLS to a strict server, no mesh identity to a
 * server that speaks plaintext or has no proxy. Otherwise every call fails with 503.
 */
export const mtlsConflict: Rule = {
  id: "mtls/mtls-conflict",
  code: "HED4005",
  severity: "error",
  summary: "clients start the TLS that servers accept",
  covers: ["KIA0207", "KIA0208"],
  reads: ["services", "workloads", "subsets", "clientPolicies", "receiverModes"],
  needs: ["client-tls", "receiver-mode"],
  check(graph, find) {
    const targets = indexTargets(graph);
    for (const policy of graph.clientPolicies) {
      for (const service of targets.servicesOf(policy.host)) {
        if (!holdsFor(policy, service)) continue;
        if (service.external) checkExternal(policy, service, find);
        else checkWorkloads(graph, policy, service, { find, targets });
      }
    }
  },
};

/** Whether the service has a port that the setting holds for. */
function holdsFor({ port, exceptPorts = [] }: ClientPolicyNode, { ports }: ServiceNode): boolean {
  if (ports.length === 0) return true;
  return ports.some(
    ({ number }) => !exceptPorts.includes(number) && (port === undefined || number === port),
  );
}

function checkExternal(policy: ClientPolicyNode, { host }: ServiceNode, find: Find): void {
  if (policy.tls !== "mutual") return;
  find(
    conflict(policy, `clients present the mesh's identity to ${host}, which is outside the mesh`),
  );
}

type Find = (finding: Finding) => void;
type Search = { readonly find: Find; readonly targets: Targets };

function checkWorkloads(
  graph: Read,
  policy: ClientPolicyNode,
  service: ServiceNode,
  { find, targets }: Search,
) {
  const subset = targets.subsetOf(service.host, policy.subset);
  for (const workload of targets.workloadsOf(service)) {
    if (subset !== undefined && !selects(subset.labels, workload.labels)) continue;
    const fault = conflictingMode(graph, policy, workload);
    if (fault === undefined) continue;
    const who = `clients of ${service.host}${policy.subset === undefined ? "" : ` (${policy.subset})`}`;
    find({ ...conflict(policy, `${who} ${fault.message}`), outcome: fault.outcome });
    return;
  }
}

function conflict({ origin, tls }: ClientPolicyNode, message: string): Finding {
  const fix =
    "remove the client's TLS setting: proxies choose what the server accepts by themselves";
  // What refuses mTLS is found at the server's side too: `mtls/disabled-with-client`.
  const covers = tls === "none" ? {} : { covers: [] };
  return { outcome: "fail", origin, message, fix, ...covers };
}
