import type { WorkloadService } from "../mesh.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";
import { serviceInside } from "./check-shared-hosts.ts";

/** A host of a service's own is no name of the cluster's, and proxies can tell by it what is for the service. */
export function checkOwnHost(context: ReferenceContext, name: string): void {
  const service = sureService(context, name);
  if (service?.kind !== "workload" || service.host === undefined) return;
  for (const [what, fix] of obstacles(context, service, service.host)) {
    addError(context, {
      code: "HED2078",
      path: ["services", name, "host"],
      message: `"${name}" cannot be called by ${service.host}: ${what}`,
      fix,
    });
  }
}

/** What is in the way, each with the way out. */
function obstacles(
  context: ReferenceContext,
  { name, headless, ports }: WorkloadService,
  host: string,
): readonly (readonly [string, string])[] {
  const bytes = ports.filter(({ protocol }) => protocol === "tcp");
  return [
    ...(isOfCluster(host) || serviceInside(context, host) === name
      ? [
          [
            "names of one label, and those of the cluster, are for Services of Kubernetes",
            `remove host, by default it is ${name}.<namespace>.svc.cluster.local, or name one of your own domain`,
          ] as const,
        ]
      : []),
    ...(headless
      ? [
          [
            "it is headless, so that its name in the cluster's DNS stands for its instances",
            "remove headless or host",
          ] as const,
        ]
      : []),
    ...bytes.map(
      ({ name: port, number }) =>
        [
          `connections to its port ${String(number)} ("${port}", tcp) do not say which host they are for; allowed: http, http2, grpc, tls`,
          "remove host, or give the port a service of its own",
        ] as const,
    ),
  ];
}

function isOfCluster(host: string): boolean {
  return !host.includes(".") || host.endsWith(".svc") || host.endsWith(".cluster.local");
}
