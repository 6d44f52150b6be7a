import { injectionLabels } from "../../../targets/istio/index.ts";
import type { Manifest } from "../../../graph/index.ts";

/** The proxies of a gateway with these ports, as Istio's gateway chart makes them, in a namespace with injection. */
export function gatewayWorkload(
  name: string,
  namespace: string,
  ports: readonly number[],
): readonly Manifest[] {
  const metadata = { name, namespace };
  const rbac = "rbac.authorization.k8s.io";
  const labels = { istio: name };
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels: injectionLabels } },
    { apiVersion: "v1", kind: "ServiceAccount", metadata },
    {
      apiVersion: `${rbac}/v1`,
      kind: "Role",
      metadata,
      rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["get", "watch", "list"] }],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: "RoleBinding",
      metadata,
      roleRef: { apiGroup: rbac, kind: "Role", name },
      subjects: [{ kind: "ServiceAccount", name }],
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: {
        selector: labels,
        ports: ports.map((port) => ({ name: `tcp-${String(port)}`, port, targetPort: port })),
      },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: {
            labels: { ...labels, "sidecar.istio.io/inject": "true" },
            annotations: { "inject.istio.io/templates": "gateway" },
          },
          spec: {
            serviceAccountName: name,
            terminationGracePeriodSeconds: 1,
            securityContext: {
              sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
            },
            containers: [{ name: "istio-proxy", image: "auto", imagePullPolicy: "IfNotPresent" }],
          },
        },
      },
    },
  ] as readonly Manifest[];
}
