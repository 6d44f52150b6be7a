import type { DurationText } from "./duration.ts";
import type { FailureMode, ProviderRole } from "./vocabulary.ts";

/**
 * Somebody whom proxies ask, or tell what happened. Rules of access and telemetry name it. What it says is part of the
 * control plane's settings: `ControlPlane` takes it from the mesh.
 */
export type ProviderDefinition<Names extends string = string> =
  | HttpAuthoriserDefinition<Names>
  | GrpcAuthoriserDefinition<Names>
  | FileLogDefinition
  | (ServerDefinition<Names> & { readonly kind: "otel-logs" | "otel-traces" | "zipkin-traces" })
  /** Prometheus asks the proxies itself. */
  | { readonly kind: "prometheus" }
  /** The control plane, or the site of an edge proxy, knows it under this name. */
  | { readonly kind: "elsewhere"; readonly for: ProviderRole };

interface ServerDefinition<Names extends string> {
  /** Service of the mesh that it is. The proxies that need it may call it. */
  readonly service: Names;
  /** Number of its port. Default: the first one with a protocol that fits. */
  readonly port?: number;
}

interface AuthoriserDefinition<Names extends string> extends ServerDefinition<Names> {
  /** How long a request waits for its answer. Default `500ms`. */
  readonly timeout?: DurationText;
  /** What becomes of requests where it does not answer. Default `refuse`. */
  readonly onFailure?: FailureMode;
  /** Status of a request that is refused because it did not answer. Default 403. */
  readonly statusOnFailure?: number;
  /** How much of a request's body it gets; a longer body is refused with 413. Default: nothing of it. */
  readonly bodyBytes?: number;
}

/** Lets a request in by answering 200, and keeps it out with any other status below 500. */
export interface HttpAuthoriserDefinition<
  Names extends string = string,
> extends AuthoriserDefinition<Names> {
  readonly kind: "http-authoriser";
  /** Before the path of the request. Default: the path as it is. */
  readonly pathPrefix?: string;
  /** Headers that it gets, besides host, method, path, `content-length` and `authorization`. */
  readonly requestHeaders?: readonly string[];
  /** Headers of its answer that go on to the service with a request that it lets in. */
  readonly toService?: readonly string[];
  /** Headers of its answer that the client gets with a refusal. Default: those of the answer that HTTP needs. */
  readonly toClient?: readonly string[];
}

/** Envoy's `envoy.service.auth.v3.Authorization`. */
export interface GrpcAuthoriserDefinition<
  Names extends string = string,
> extends AuthoriserDefinition<Names> {
  readonly kind: "grpc-authoriser";
}

export interface FileLogDefinition {
  readonly kind: "file-log";
  /** Default `/dev/stdout`. */
  readonly path?: string;
  /** One text with Envoy's operators, or the fields of a JSON object. Default: Istio's text. */
  readonly format?: string | Readonly<Record<string, string>>;
}

/** The kinds of each role. */
interface KindsByRole {
  readonly authorisation: "http-authoriser" | "grpc-authoriser";
  readonly logs: "file-log" | "otel-logs";
  readonly traces: "otel-traces" | "zipkin-traces";
  readonly metrics: "prometheus";
}

/** Names of the providers that can do what is asked of them. */
export type ProvidersFor<Backends, Role extends ProviderRole> = {
  [Name in keyof Backends]: [Backends[Name]] extends [never]
    ? never
    : ProviderDefinition extends Backends[Name]
      ? Name
      : Backends[Name] extends
            | { readonly kind: KindsByRole[Role] }
            | { readonly kind: "elsewhere"; readonly for: Role }
        ? Name
        : never;
}[keyof Backends] &
  string;
