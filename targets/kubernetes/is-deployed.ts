import {
  countingService,
  servicesOf,
  type Mesh,
  type Service,
  type WorkloadService,
} from "../../model/index.ts";

/** Namespaces that every cluster, or the control plane, brings itself. */
const foreignNamespaces = ["default", "istio-system", "kube-system", "kube-public"];

/**
 * Whether Heddle makes the objects of a service: at least one version has an image, or it runs on machines, which need a
 * Service and an identity in the cluster.
 */
export function isDeployed(service: Service): service is WorkloadService {
  if (service.kind !== "workload") return false;
  const { versions, machines, machineGroup } = service;
  const onMachines = machines.length > 0 || machineGroup !== undefined;
  return onMachines || versions.some(({ image }) => image !== undefined);
}

/** The namespaces that the mesh needs and nobody else brings, sorted. */
export function namespacesOf(mesh: Mesh): readonly string[] {
  const counting = countingService(mesh)?.service;
  const services = servicesOf(mesh).filter(
    (each) => each.kind === "external" || isDeployed(each) || each === counting,
  );
  const owners = [...services, ...Object.values(mesh.gateways)];
  const names = new Set(owners.map((each) => each.namespace));
  return [...names].filter((each) => !foreignNamespaces.includes(each)).sort();
}
