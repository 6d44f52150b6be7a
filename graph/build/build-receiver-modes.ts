import type { Mesh, Service } from "../../model/index.ts";
import { namespaceMtls } from "../../model/namespace-mtls.ts";
import { servicesOf } from "../../model/services-of.ts";
import type { OriginOf } from "../create-origin.ts";
import type { ReceiverModeNode } from "../graph.ts";

/**
 * What receivers accept: the mesh's mode, and each namespace, service and port that differs from what it is in. A port
 * is the workload's here, not the service's.
 */
export function buildReceiverModes(mesh: Mesh, origin: OriginOf): readonly ReceiverModeNode[] {
  const { trust, namespaces, services } = mesh;
  return [
    { scope: { kind: "mesh" }, mode: trust.mtls, ports: {}, origin: origin(["trust", "mtls"]) },
    ...Object.values(namespaces)
      .filter(({ mtls }) => mtls !== trust.mtls)
      .map(({ name, mtls }): ReceiverModeNode => ({
        scope: { kind: "namespace", namespace: name },
        mode: mtls,
        ports: {},
        origin: origin(["namespaces", name, "mtls"]),
      })),
    ...servicesOf({ services }).flatMap((service) => serviceMode(mesh, service, origin)),
  ];
}

function serviceMode(mesh: Mesh, service: Service, origin: OriginOf): ReceiverModeNode[] {
  if (service.kind === "external" || !service.inMesh) return [];
  const { name, namespace, mtls, ports } = service;
  const own = ports.filter((port) => port.mtls !== mtls);
  if (mtls === namespaceMtls(mesh, namespace) && own.length === 0) return [];
  return [
    {
      scope: { kind: "workload", namespace, labels: { app: name } },
      mode: mtls,
      ports: Object.fromEntries(own.map((port) => [port.target, port.mtls])),
      origin: origin(["services", name]),
    },
  ];
}
