import type { Graph, Origin, ServiceNode } from "../../graph/graph.ts";
import { ingressSpec, ingressType } from "../../graph/kinds/ingress.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { perList } from "../../graph/per-list.ts";
import { calledAddresses } from "../workloads/called-addresses.ts";
import type { ServiceAddress } from "./strict-servers.ts";

/** Somebody who calls a port of a Service without the mesh's mTLS. */
export interface CallerOutside {
  readonly origin: Origin;
  /** `Deployment shop/web, which is not in the mesh`. */
  readonly who: string;
  readonly address: ServiceAddress;
}

const excluded = "traffic.sidecar.istio.io/excludeOutboundPorts";

/**
 * Callers that do not start mTLS: who is declared to call, whose settings name the Service, and ingress controllers.
 * What is not known to be outside the mesh counts as inside.
 */
export function callersOutside(
  graph: Pick<Graph, "objects" | "services" | "calls">,
): readonly CallerOutside[] {
  return [...declared(graph), ...configured(graph), ...ingresses(graph)];
}

function reasonOf(pod: VirtualPod, port: number): string | undefined {
  const who = `${pod.object.kind} ${pod.namespace}/${pod.name}`;
  if (pod.mode === "none") {
    const why = pod.podSpec.hostNetwork === true ? "on the network of its node" : "not in the mesh";
    return `${who}, which is ${why}`;
  }
  const ports = (pod.annotations[excluded] ?? "").split(",").map((each) => each.trim());
  const leaves = pod.mode === "sidecar" && (ports.includes("*") || ports.includes(String(port)));
  return leaves ? `${who}, whose proxy does not see port ${String(port)}` : undefined;
}

function declared(graph: Pick<Graph, "objects" | "services" | "calls">): CallerOutside[] {
  const services = byId(graph.services);
  return graph.calls.flatMap(({ from, to, origin }) => {
    const [caller, callee] = [services.get(from), services.get(to)];
    if (caller?.selector === undefined || callee === undefined || callee.external) return [];
    const { namespace, name } = callee;
    return podsSelectedBy(graph, caller.namespace, caller.selector).flatMap((pod) =>
      callee.ports.flatMap(({ number: port }) => {
        const who = reasonOf(pod, port);
        return who === undefined ? [] : [{ origin, who, address: { namespace, name, port } }];
      }),
    );
  });
}

function configured(graph: Pick<Graph, "objects">): CallerOutside[] {
  return virtualPods(graph).flatMap((pod) =>
    calledAddresses(pod).flatMap(({ path, ...address }) => {
      const who = reasonOf(pod, address.port);
      return who === undefined ? [] : [{ origin: pod.origin(path), who, address }];
    }),
  );
}

const controllers =
  /^(?:ingress-nginx|nginx-ingress|traefik|haproxy-ingress|kubernetes-ingress|contour|kong)$/;

/** Backends of Ingresses, where the controllers of the input are all outside the mesh. */
function ingresses(graph: Pick<Graph, "objects">): CallerOutside[] {
  const pods = virtualPods(graph).filter(({ labels }) =>
    [labels["app.kubernetes.io/name"], labels["app"]].some((each) => controllers.test(each ?? "")),
  );
  const [first] = pods;
  if (first === undefined || pods.some(({ mode }) => mode !== "none")) return [];
  const who = `${first.object.kind} ${first.namespace}/${first.name}, which is not in the mesh`;
  return objectsOf(graph, ingressType).flatMap((object) => {
    const { rules = [] } = ingressSpec(object) ?? {};
    return rules.flatMap(({ http }, rule) =>
      (http?.paths ?? []).flatMap(({ backend }, place) => {
        const { name = "", port } = backend?.service ?? {};
        const path = ["spec", "rules", rule, "http", "paths", place, "backend", "service"];
        const address = { namespace: object.namespace, name, port: port?.number ?? 80 };
        return [{ origin: object.origin(path), who, address }];
      }),
    );
  });
}

const byId = perList(
  (services: readonly ServiceNode[]) => new Map(services.map((each) => [each.id, each])),
);
