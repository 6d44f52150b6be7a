import type { Mesh } from "../../model/index.ts";
import { servicesOf } from "../../model/services-of.ts";
import type { OriginOf } from "../create-origin.ts";
import type { ServiceNode } from "../graph.ts";
import { clusterHost, hostOf, serviceId } from "../names.ts";

/**
 * One node a service, sorted by name; of a service outside one for each of its hosts. An egress gateway is one too, since
 * routes lead to it.
 */
export function buildServices(mesh: Mesh, origin: OriginOf): readonly ServiceNode[] {
  return [...declared(mesh, origin), ...egressGateways(mesh, origin)];
}

function egressGateways({ gateways }: Mesh, origin: OriginOf): readonly ServiceNode[] {
  const egress = Object.values(gateways).filter(({ kind }) => kind === "egress");
  return egress.map(({ name, namespace, ports }) => ({
    id: serviceId({ name, namespace }),
    name,
    namespace,
    host: clusterHost(name, namespace),
    external: false,
    ports: [
      { name: "http2", number: ports.http, protocol: "http2" },
      { name: "https", number: ports.https, protocol: "tls" },
    ],
    origin: origin(["gateways", name]),
  }));
}

function declared(mesh: Mesh, origin: OriginOf): readonly ServiceNode[] {
  return servicesOf(mesh).flatMap((service): ServiceNode[] => {
    const node = {
      id: serviceId(service),
      name: service.name,
      namespace: service.namespace,
      host: hostOf(service),
      external: service.kind === "external",
      ports: service.ports.map(({ name, number, protocol }) => ({ name, number, protocol })),
      origin: origin(["services", service.name]),
    };
    if (service.kind === "workload") return [{ ...node, selector: { app: service.name } }];
    const [, ...others] = service.hosts;
    return [
      node,
      ...others.map((host): ServiceNode => ({ ...node, id: `${service.namespace}/${host}`, host })),
    ];
  });
}
