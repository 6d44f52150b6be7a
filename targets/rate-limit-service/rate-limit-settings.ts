import type { KubernetesOptions } from "../kubernetes/index.ts";

/** How the service that counts for all instances runs. The namespace is that of the service in the mesh. */
export interface RateLimitSettings {
  readonly redis: RedisSettings;
  /** Instances; they share their counts through Redis. Default 2. */
  readonly replicas?: number;
  /** Default `docker.io/envoyproxy/ratelimit` of the release that this is tested with. */
  readonly image?: string;
  /** What an instance asks for. Default 50m of a processor and 32Mi. */
  readonly resources?: Readonly<Record<string, string>>;
}

/** Where the counts are kept. Losing them means that counting starts anew. */
export type RedisSettings = DeployedRedis | ExistingRedis;

/** One instance of Redis beside the service: without a disk, for nobody but the service. */
export interface DeployedRedis {
  readonly kind: "deployed";
  /** The password that it asks for, in a Secret of the namespace. */
  readonly password: SecretKey;
  /** Default `docker.io/library/redis` of the release that this is tested with. */
  readonly image?: string;
}

/** A Redis that somebody else runs. */
export interface ExistingRedis {
  readonly kind: "existing";
  /** `host:port`. */
  readonly address: string;
  /** In a Secret of the namespace. Default: it asks for none. */
  readonly password?: SecretKey;
  /** Whether it speaks TLS, with a certificate that public roots know. Default false. */
  readonly tls?: boolean;
}

/** A reference to a secret, never the secret itself. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}

/** What a mesh product adds to the pods. */
export interface RateLimitPods {
  /** Of pods with a proxy. */
  readonly podAnnotations?: KubernetesOptions["podAnnotations"];
  /** Of pods with a proxy that reach one port past it. */
  readonly directPort?: (port: number) => Readonly<Record<string, string>>;
  /** Of pods that get no proxy. */
  readonly outsideLabels?: Readonly<Record<string, string>>;
}
