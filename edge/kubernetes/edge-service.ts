import type { Manifest } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import { edgeLabels, type EdgeWorkload } from "./edge-workload.ts";

/** The stable name of a site's proxies, on the usual ports. Clients' addresses are kept where the type allows it. */
export function edgeService(workload: EdgeWorkload, config: EdgeConfig): Manifest {
  const { name, namespace, serviceType = "ClusterIP" } = workload;
  const labels = edgeLabels(workload);
  const port = (portName: string, number: number, target: string) => ({
    name: portName,
    port: number,
    targetPort: target,
    protocol: "TCP",
  });
  const secured = config.certificateSecrets.length > 0;
  const https = secured ? [port("https", config.site.listen.publicHttps, "https")] : [];
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace, labels },
    spec: {
      type: serviceType,
      ...(serviceType === "ClusterIP" ? {} : { externalTrafficPolicy: "Local" }),
      selector: labels,
      ports: [port("http", 80, "http"), ...https],
    },
  };
}
