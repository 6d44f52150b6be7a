import { clusterHost, type Json, type Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { rateLimitImages } from "./images.ts";
import type { DeployedRedis, RateLimitPods } from "./rate-limit-settings.ts";
import { strictContainer } from "./strict-container.ts";

/** Where Redis always listens. */
const port = 6379;

type Counting = Pick<WorkloadService, "name" | "namespace">;

/** Address of the Redis beside a service. */
export function redisAddress(service: Counting): string {
  return `${clusterHost(redisName(service), service.namespace)}:${String(port)}`;
}

/**
 * One Redis for the counts of a service, kept in memory only: a count that is lost starts anew. It is outside the mesh
 * and asks for a password; where the network enforces policies, only the service gets to it.
 */
export function redisWorkload(
  service: Counting,
  redis: DeployedRedis,
  { outsideLabels = {} }: RateLimitPods,
): readonly Manifest[] {
  const labels = { app: redisName(service) };
  const metadata = { name: redisName(service), namespace: service.namespace, labels };
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata, automountServiceAccountToken: false },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata,
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ["Ingress"],
        ingress: [
          {
            from: [{ podSelector: { matchLabels: { app: service.name } } }],
            ports: [{ port, protocol: "TCP" }],
          },
        ],
      },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: {
        selector: labels,
        ports: [{ name: "redis", port, targetPort: port, protocol: "TCP", appProtocol: "tcp" }],
      },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        // Two at once would count apart.
        strategy: { type: "Recreate" },
        template: {
          metadata: { labels: { ...labels, ...outsideLabels } },
          spec: {
            serviceAccountName: metadata.name,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            containers: [container(redis)],
          },
        },
      },
    },
  ];
}

function redisName({ name }: Counting): string {
  return `${name}-redis`;
}

/** Full memory drops the counts that end soonest; they would be gone by themselves. */
function container({ image = rateLimitImages.redis, password }: DeployedRedis): Json {
  const alive = { tcpSocket: { port }, timeoutSeconds: 2 };
  return {
    name: "redis",
    image,
    imagePullPolicy: "IfNotPresent",
    command: ["redis-server"],
    args: [
      ...["--save", "", "--appendonly", "no", "--dir", "/tmp"],
      ...["--maxmemory", "96mb", "--maxmemory-policy", "volatile-ttl"],
      // Kubernetes puts the value in when the container starts; it is in no object.
      ...["--requirepass", "$(REDIS_PASSWORD)"],
    ],
    env: [
      {
        name: "REDIS_PASSWORD",
        valueFrom: { secretKeyRef: { name: password.secret, key: password.key } },
      },
    ],
    ports: [{ name: "redis", containerPort: port, protocol: "TCP" }],
    startupProbe: { ...alive, periodSeconds: 1, failureThreshold: 60 },
    readinessProbe: { ...alive, periodSeconds: 5, failureThreshold: 3 },
    livenessProbe: { ...alive, periodSeconds: 10, failureThreshold: 3 },
    resources: { requests: { cpu: "50m", memory: "32Mi" }, limits: { memory: "128Mi" } },
    securityContext: strictContainer,
  };
}
