import { workloadLabels, workloadName, type Json, type Manifest } from "../../graph/index.ts";
import {
  servicesOf,
  type MachineGroup,
  type MachinePlace,
  type Mesh,
  type WorkloadService,
} from "../../model/index.ts";

const apiVersion = "networking.istio.io/v1";

/**
 * Instances outside Kubernetes: an entry for each that is listed, and a group of each version for those that register
 * themselves. The Service selects them by their labels, as it selects pods. With an account callers use mTLS, without
 * one plaintext.
 * https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export function machinesOf({ services }: Mesh): readonly Manifest[] {
  return servicesOf({ services }).flatMap((service) => {
    return service.kind === "workload" ? [...entries(service), ...groups(service)] : [];
  });
}

function entries(service: WorkloadService): readonly Manifest[] {
  const { name, namespace, machines } = service;
  return machines.map((machine) => ({
    apiVersion,
    kind: "WorkloadEntry",
    metadata: { name: `${name}-${machine.name}`, namespace },
    spec: {
      address: machine.address,
      labels: workloadLabels(name, { name: machine.version }),
      ...(Object.keys(machine.ports).length === 0 ? {} : { ports: machine.ports }),
      ...(machine.weight === undefined ? {} : { weight: machine.weight }),
      ...identityAndPlace(service, machine),
    },
  }));
}

/** The proxy of a machine names its group when it registers. */
function groups(service: WorkloadService): readonly Manifest[] {
  const { name, namespace, versions, versioned, machineGroup } = service;
  if (machineGroup === undefined) return [];
  return versions.map((version) => ({
    apiVersion,
    kind: "WorkloadGroup",
    metadata: { name: workloadName(name, version, versioned), namespace },
    spec: {
      metadata: { labels: workloadLabels(name, version) },
      template: identityAndPlace(service, machineGroup),
      ...probe(machineGroup),
    },
  }));
}

function probe({ ready }: MachineGroup): { readonly [key: string]: Json } {
  if (ready === undefined) return {};
  const { path, port, interval, failures } = ready;
  const asked = path === undefined ? { tcpSocket: { port } } : { httpGet: { path, port } };
  return { probe: { ...asked, periodSeconds: interval / 1000, failureThreshold: failures } };
}

function identityAndPlace(
  { name, inMesh }: WorkloadService,
  { network, locality }: MachinePlace,
): { readonly [key: string]: Json } {
  return {
    ...(inMesh ? { serviceAccount: name } : {}),
    ...(network === undefined ? {} : { network }),
    ...(locality === undefined ? {} : { locality }),
  };
}
