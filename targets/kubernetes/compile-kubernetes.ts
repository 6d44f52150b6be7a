import type { Report } from "../../diagnostics/index.ts";
import { workloadName, type Manifest } from "../../graph/index.ts";
import { servicesOf, type Mesh, type WorkloadService } from "../../model/index.ts";
import { limitsConfigMap } from "../rate-limit-service/config-map.ts";
import { sortManifests } from "../sort-manifests.ts";
import { deployment, type DeploymentOptions } from "./deployment.ts";
import { isDeployed, namespacesOf } from "./is-deployed.ts";
import { namespace } from "./namespace.ts";
import { service } from "./service.ts";
import { serviceAccount } from "./service-account.ts";

/** What a mesh product adds to plain workloads: `injectionLabels`, `podAnnotations` and `outsideLabels` of its target. */
export interface KubernetesOptions extends Omit<DeploymentOptions, "podAnnotations"> {
  /** Of the pods of a service that have a proxy. */
  readonly podAnnotations?: (
    service: WorkloadService,
    mesh: Pick<Mesh, "services">,
  ) => Readonly<Record<string, string>>;
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** Annotations of a service's own object. */
  readonly serviceAnnotations?: (service: WorkloadService) => Readonly<Record<string, string>>;
}

const kinds = ["Namespace", "ServiceAccount", "ConfigMap", "Service", "Deployment"] as const;
/** Longest name of an object that also is a label's value and a host name. */
const longestName = 63;

/**
 * Namespaces, accounts, services and deployments of every service with an image or machines, sorted. Any other is
 * deployed by somebody else, and so are its objects, but for what the service that counts limits reads. One with a host of
 * its own has no Service. Names that are too long are errors (HED3002).
 */
export function compileKubernetes(
  mesh: Mesh,
  report: Report,
  options: KubernetesOptions = {},
): readonly Manifest[] {
  const services = servicesOf(mesh).filter(isDeployed);
  for (const each of services) checkNames(each, report);
  const manifests = [
    ...namespacesOf(mesh).map((name) => namespace(name, options.namespaceLabels)),
    ...services.map(serviceAccount),
    ...limitsConfigMap(mesh),
    ...services
      .filter(({ host }) => host === undefined)
      .map((each) => service(each, options.serviceAnnotations?.(each))),
    ...services.flatMap((each) => {
      const pods = { ...options, podAnnotations: options.podAnnotations?.(each, mesh) ?? {} };
      return each.versions.flatMap((version) => deployment(each, version, pods) ?? []);
    }),
  ];
  return sortManifests(manifests, kinds);
}

function checkNames({ name, versions, versioned }: WorkloadService, report: Report): void {
  for (const version of versions) {
    const workload = workloadName(name, version, versioned);
    if (workload.length <= longestName) continue;
    report.add({
      code: "HED3002",
      severity: "error",
      path: ["services", name, "versions", version.name],
      message: `its Deployment would be called ${workload}, ${String(workload.length)} characters; allowed: ${String(longestName)}`,
      fix: "shorten the name of the service or of the version",
    });
  }
}
