import type { Finding, Rule } from "../rule.ts";
import { behindSeveralPorts, type ServedWorkload } from "./behind-several-ports.ts";

/** The services of a workload reach each of its ports by one number. */
export const portsOfTarget: Rule = {
  id: "workloads/ports-of-target",
  code: "HED4141",
  severity: "warning",
  summary: "the services of a workload reach a target port by one port",
  covers: ["IST0137"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const each of behindSeveralPorts(graph)) checkTargets(each, find);
  },
};

function checkTargets({ pod, services }: ServedWorkload, find: (finding: Finding) => void): void {
  const said = services.flatMap(({ object, spec }) =>
    (spec.ports ?? []).map(({ port, targetPort }) => {
      const unset = targetPort === undefined || targetPort === 0 || targetPort === "";
      return { port, target: String(unset ? port : targetPort), name: object.name };
    }),
  );
  for (const [target, uses] of Map.groupBy(said, (each) => each.target)) {
    const ports = [...new Set(uses.map((each) => String(each.port)))].sort();
    if (ports.length < 2) continue;
    const names = [...new Set(uses.map((each) => each.name))].sort().join(", ");
    find({
      outcome: "fail",
      origin: pod.object.origin(["metadata", "name"]),
      message: `target port ${target} is behind the ports ${ports.join(" and ")} of ${names}, and the proxy takes all of its traffic for one of them`,
      fix: `give the services one port for target port ${target}, or the workload one target port for each`,
    });
  }
}
