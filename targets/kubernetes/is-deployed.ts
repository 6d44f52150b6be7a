import type { Mesh, Service, WorkloadService } from "../../model/index.ts";

/** Namespaces that every cluster, or the control plane, brings itself. */
const foreignNamespaces = ["default", "istio-system", "kube-system", "kube-public"];

/** Whether Heddle deploys the workloads of a service: at least one version has an image. */
export function isDeployed(service: Service): service is WorkloadService {
  return service.kind === "workload" && service.versions.some(({ image }) => image !== undefined);
}

/** The namespaces that the mesh needs and nobody else brings, sorted. */
export function namespacesOf(mesh: Mesh): readonly string[] {
  const services = Object.values(mesh.services).filter(
    (each) => each.kind === "external" || isDeployed(each),
  );
  const owners = [...services, ...Object.values(mesh.gateways)];
  const names = new Set(owners.map((each) => each.namespace));
  return [...names].filter((each) => !foreignNamespaces.includes(each)).sort();
}
