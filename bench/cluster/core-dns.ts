import { addresses } from "./cluster-addresses.ts";
import type { Manifest } from "./manifest.ts";

/** Image of the cluster's name server; imported before it is used. */
const image = "docker.io/heddle/coredns:1";

const name = "coredns";
const namespace = "kube-system";
const labels = { "k8s-app": "kube-dns" };

/** Answers for the cluster's own names; there is no outside to ask. */
const corefile = `.:53 {
    errors
    health
    ready
    kubernetes ${addresses.clusterDomain} in-addr.arpa ip6.arpa {
        pods insecure
        ttl 5
    }
    cache 5
}
`;

/** The cluster's name server with everything that it needs, as objects to apply. */
export function coreDnsManifests(): readonly Manifest[] {
  return [...accessObjects(), configuration(), deployment(), service()];
}

function accessObjects(): readonly Manifest[] {
  const watch = ["list", "watch"];
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace } },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name: "system:coredns" },
      rules: [
        { apiGroups: [""], resources: ["services", "pods", "namespaces"], verbs: watch },
        { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: watch },
      ],
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: "system:coredns" },
      roleRef: {
        apiGroup: "rbac.authorization.k8s.io",
        kind: "ClusterRole",
        name: "system:coredns",
      },
      subjects: [{ kind: "ServiceAccount", name, namespace }],
    },
  ];
}

function configuration(): Manifest {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name, namespace },
    data: { Corefile: corefile },
  };
}

function deployment(): Manifest {
  const container = {
    name,
    image,
    imagePullPolicy: "Never",
    args: ["-conf", "/etc/coredns/Corefile"],
    ports: [{ name: "dns", containerPort: 53, protocol: "UDP" }],
    readinessProbe: { httpGet: { path: "/ready", port: 8181 }, periodSeconds: 1 },
    volumeMounts: [{ name: "config", mountPath: "/etc/coredns" }],
  };
  const spec = {
    serviceAccountName: name,
    // It serves nothing while it ends, so it need not wait.
    terminationGracePeriodSeconds: 1,
    priorityClassName: "system-cluster-critical",
    dnsPolicy: "Default",
    containers: [container],
    volumes: [{ name: "config", configMap: { name } }],
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec },
    },
  };
}

function service(): Manifest {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "kube-dns", namespace, labels },
    spec: {
      clusterIP: addresses.dns,
      selector: labels,
      ports: [
        { name: "dns", port: 53, protocol: "UDP" },
        { name: "dns-tcp", port: 53, protocol: "TCP" },
      ],
    },
  };
}
