import type { Finding, Rule } from "../rule.ts";
import { behindSeveralPorts, type ServedWorkload } from "./behind-several-ports.ts";

/** The services of a workload agree on the protocol of each port. */
export const protocolsOfPort: Rule = {
  id: "workloads/protocols-of-port",
  code: "HED4140",
  severity: "warning",
  summary: "the services of a workload agree on the protocol of a port",
  covers: ["IST0116"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const each of behindSeveralPorts(graph)) checkPorts(each, find);
  },
};

function checkPorts({ pod, services }: ServedWorkload, find: (finding: Finding) => void): void {
  const said = services.flatMap(({ object, spec }) =>
    (spec.ports ?? []).map(({ port, protocol = "TCP" }) => ({ port, protocol, name: object.name })),
  );
  for (const [port, uses] of Map.groupBy(said, (each) => each.port)) {
    const protocols = [...new Set(uses.map((each) => each.protocol))].sort();
    if (port === undefined || protocols.length < 2) continue;
    const names = [...new Set(uses.map((each) => each.name))].sort().join(", ");
    find({
      outcome: "fail",
      origin: pod.object.origin(["metadata", "name"]),
      message: `port ${String(port)} has the protocols ${protocols.join(" and ")} in the services ${names}, which all select the workload`,
      fix: `use one protocol for port ${String(port)}, or different ports`,
    });
  }
}
