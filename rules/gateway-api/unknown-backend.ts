import type { Graph } from "../../graph/graph.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { clusterHost } from "../../graph/names.ts";
import { judgeHost } from "../routing/judge-host.ts";
import type { Finding, Rule } from "../rule.ts";
import { backendsOf, type Backend } from "./backends.ts";
import { kubernetesRoutes } from "./routes.ts";

type Read = Pick<Graph, "objects" | "services" | "workloads">;

/** What a route of the Gateway API sends to is a Service that exists, and a port of it. */
export const unknownBackend: Rule = {
  id: "gateway-api/unknown-backend",
  code: "HED4661",
  severity: "error",
  summary: "a route sends only to ports of services that exist",
  covers: ["KIA1402"],
  reads: ["objects", "services", "workloads"],
  needs: [],
  check(graph, find) {
    for (const { object, spec } of kubernetesRoutes(graph)) {
      for (const backend of backendsOf(spec)) {
        const fault = faultOf(graph, object, backend);
        if (fault !== undefined) find({ origin: object.origin(backend.path), ...fault });
      }
    }
  },
};

function faultOf(
  graph: Read,
  { namespace: own }: KubernetesObject,
  { group, kind, name, namespace = own, port }: Backend,
): Omit<Finding, "origin"> | undefined {
  const isService = group === "" && kind === "Service";
  const isHost = group === "networking.istio.io" && kind === "Hostname";
  if (!isService && !isHost) {
    // Kinds of other extensions are not known here.
    if (group !== "") return undefined;
    const message = `sends to a ${kind}, and only a Service can be a backend`;
    return { outcome: "fail", message, fix: "name a Service", covers: [] };
  }
  const host = isHost ? name : clusterHost(name, namespace);
  const verdict = judgeHost(graph, host, { namespace: isHost ? own : namespace });
  if (verdict.kind === "vouched" || verdict.kind === "invisible") return undefined;
  if (verdict.kind !== "found") {
    const what = isHost ? `host ${name}` : `Service ${namespace}/${name}`;
    const isDotted = isService && name.includes(".");
    return {
      outcome: verdict.kind === "absent" ? "fail" : "unknown",
      message: `sends to the ${what}, which is not there`,
      fix: isDotted
        ? "write the name of the Service and its namespace, not its host"
        : "correct the name or the namespace, or add it",
      absent: ["service"],
    };
  }
  const ports = verdict.host.ports.map((each) => each.number);
  if (port !== undefined && (ports.length === 0 || ports.includes(port))) return undefined;
  const said = port === undefined ? "names no port" : `sends to port ${String(port)}`;
  return {
    outcome: "fail",
    message: `${said} of ${name}, whose ports are: ${ports.join(", ")}`,
    fix: "set port to one of the Service's own ports, not to one of its pods",
    covers: [],
  };
}
