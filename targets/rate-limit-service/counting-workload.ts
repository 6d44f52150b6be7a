import { createHash } from "node:crypto";
import { workloadLabels, type Json, type Manifest } from "../../graph/index.ts";
import { type Port, type WorkloadService } from "../../model/index.ts";
import { limitsConfigName } from "./config-map.ts";
import { rateLimitImages } from "./images.ts";
import type { RateLimitConfig } from "./rate-limit-config.ts";
import type { ExistingRedis, RateLimitPods, RateLimitSettings } from "./rate-limit-settings.ts";
import { strictContainer } from "./strict-container.ts";

interface Counting {
  readonly service: WorkloadService;
  /** The one that speaks gRPC. */
  readonly port: Port;
  readonly config: RateLimitConfig;
  readonly redis: ExistingRedis;
  /** Of pods with a proxy. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** Port of the metrics, in the format of Prometheus. */
const metrics = 9090;

/**
 * Envoy's rate limit service. Other limits make other pods, one after the other: all of them answer with the same
 * numbers once that is done, and the counts are kept by Redis. Redis is reached past the pod's proxy, so that nothing of
 * the mesh has to know of it.
 */
export function countingWorkload(
  counting: Counting,
  { replicas = 2, ...settings }: RateLimitSettings,
  pods: RateLimitPods,
): Manifest {
  const { service, config, redis } = counting;
  const version = service.versions[0] ?? { name: "default" };
  const labels = workloadLabels(service.name, version);
  const redisPort = Number(redis.address.slice(redis.address.lastIndexOf(":") + 1));
  const hash = createHash("sha256").update(JSON.stringify(config)).digest("hex");
  const proxied = service.inMesh
    ? { ...counting.annotations, ...pods.directPort?.(redisPort) }
    : {};
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: service.name, namespace: service.namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: {
          labels: service.inMesh ? labels : { ...labels, ...pods.outsideLabels },
          annotations: { "heddle/limits": hash.slice(0, 16), ...proxied },
        },
        spec: {
          serviceAccountName: service.name,
          enableServiceLinks: false,
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: "kubernetes.io/hostname",
              whenUnsatisfiable: "ScheduleAnyway",
              labelSelector: { matchLabels: labels },
            },
          ],
          containers: [container(counting, settings)],
          volumes: [{ name: "limits", configMap: { name: limitsConfigName(service.name) } }],
        },
      },
    },
  };
}

function container(
  { port, redis }: Counting,
  { image = rateLimitImages.service, resources }: Omit<RateLimitSettings, "replicas">,
): Json {
  const health = port.target === 8080 ? 8082 : 8080;
  const ready = { httpGet: { path: "/healthcheck", port: health }, timeoutSeconds: 2 };
  return {
    name: "ratelimit",
    image,
    imagePullPolicy: "IfNotPresent",
    command: ["/bin/ratelimit"],
    env: environment({ grpc: port.target, health }, redis),
    ports: [
      { name: "grpc", containerPort: port.target, protocol: "TCP" },
      { name: "health", containerPort: health, protocol: "TCP" },
      { name: "metrics", containerPort: metrics, protocol: "TCP" },
    ],
    startupProbe: { ...ready, periodSeconds: 1, failureThreshold: 60 },
    readinessProbe: { ...ready, periodSeconds: 5, failureThreshold: 2 },
    // Without Redis it is not ready, but a new start would not help.
    livenessProbe: {
      tcpSocket: { port: port.target },
      periodSeconds: 10,
      timeoutSeconds: 2,
      failureThreshold: 3,
    },
    resources: { requests: { cpu: "50m", memory: "32Mi", ...resources } },
    securityContext: strictContainer,
    volumeMounts: [{ name: "limits", mountPath: "/data/ratelimit/config", readOnly: true }],
  };
}

/** https://github.com/envoyproxy/ratelimit/blob/main/src/settings/settings.go */
function environment(
  ports: { readonly grpc: number; readonly health: number },
  { address, password, tls = false }: ExistingRedis,
): readonly Json[] {
  const values = {
    GRPC_PORT: ports.grpc,
    PORT: ports.health,
    DEBUG_HOST: "127.0.0.1",
    RUNTIME_ROOT: "/data",
    RUNTIME_SUBDIRECTORY: "ratelimit",
    RUNTIME_WATCH_ROOT: false,
    RUNTIME_IGNOREDOTFILES: true,
    REDIS_SOCKET_TYPE: "tcp",
    REDIS_URL: address,
    REDIS_TLS: tls,
    // Nobody waits longer for a count.
    REDIS_TIMEOUT: "1s",
    REDIS_HEALTH_CHECK_ACTIVE_CONNECTION: true,
    USE_STATSD: false,
    USE_PROMETHEUS: true,
    PROMETHEUS_ADDR: `:${String(metrics)}`,
    LOG_LEVEL: "warn",
  };
  const secret =
    password === undefined
      ? []
      : [
          {
            name: "REDIS_AUTH",
            valueFrom: { secretKeyRef: { name: password.secret, key: password.key } },
          },
        ];
  return [
    ...Object.entries(values).map(([name, value]) => ({ name, value: String(value) })),
    ...secret,
  ];
}
