import type { DurationText } from "../../../model/index.ts";

/** Where a service answers: `address:port`, an IP address or a DNS name. */
export type EdgeEndpoint = string | WeightedEndpoint;

export interface WeightedEndpoint {
  /** `address:port`. */
  readonly address: string;
  /**
   * Who comes first: 0 before 1 and so on. Others get requests only when too few of those before are healthy: with less
   * than 72 % of them, what is missing goes on. Default 0.
   */
  readonly priority?: number;
  /** Its share among those of its priority. Default 1. */
  readonly weight?: number;
  /**
   * Where it is: `region`, `region/zone` or `region/zone/sub-zone`. For policies about places, at a site that knows its own.
   */
  readonly locality?: string;
}

/** How a site reaches one service, where that is not said by the mesh. */
export interface EdgeServiceSettings {
  /** Asks each endpoint again and again whether it is well; others get no requests. Default: no questions. */
  readonly healthCheck?: HealthCheckSettings;
  /**
   * What names of endpoints stand for. `strict-dns`: every address is an endpoint. `logical-dns`: one service behind
   * whatever address comes first; connections stay when it changes. Default `strict-dns`.
   */
  readonly discovery?: "strict-dns" | "logical-dns";
  /** How often names are looked up. Default 5 s. */
  readonly dnsRefresh?: DurationText;
  /** How requests are spread where its policy is a consistent hash. Default `ring`. */
  readonly hashTable?: "ring" | "maglev";
  /** TLS to a service outside the mesh, instead of mutual TLS: only with a certificate for exactly this name. */
  readonly tls?: {
    readonly name: string;
    /** File with the roots that it is trusted by. Default: the site's `publicAuthorities`. */
    readonly authorities?: string;
  };
}

/** A port that takes bytes is always asked by opening a connection. */
export type HealthCheckSettings = HealthCheckTimes &
  (
    | { readonly http: HttpHealthCheck; readonly grpc?: never; readonly tcp?: never }
    | { readonly grpc: GrpcHealthCheck; readonly http?: never; readonly tcp?: never }
    | {
        readonly tcp: Readonly<Record<string, never>>;
        readonly http?: never;
        readonly grpc?: never;
      }
  );

interface HealthCheckTimes {
  /** Default 5 s. */
  readonly interval?: DurationText;
  /** For one answer. Default 2 s. */
  readonly timeout?: DurationText;
  /** Failures in a row until an endpoint is out. A wrong status counts at once. Default 2. */
  readonly unhealthyThreshold?: number;
  /** Successes in a row until it is back. Default 2. */
  readonly healthyThreshold?: number;
}

export interface HttpHealthCheck {
  readonly path: string;
  /** Default: the service's name in the cluster. */
  readonly host?: string;
  /** Default 200. */
  readonly expectedStatuses?: readonly number[];
}

/** Asks `grpc.health.v1.Health`. */
export interface GrpcHealthCheck {
  /** Default: the server as a whole. */
  readonly serviceName?: string;
}
