import type { Milliseconds } from "./duration.ts";
import type { FailureMode, ProviderRole } from "./vocabulary.ts";

/** Somebody whom proxies ask or tell, after parsing. */
export type Provider =
  | (Authoriser & {
      readonly kind: "http-authoriser";
      readonly pathPrefix?: string;
      readonly requestHeaders: readonly string[];
      readonly toService: readonly string[];
      readonly toClient: readonly string[];
    })
  | (Authoriser & { readonly kind: "grpc-authoriser" })
  | {
      readonly kind: "file-log";
      readonly name: string;
      readonly path: string;
      /** Undefined: Istio's text. */
      readonly format?: string | Readonly<Record<string, string>>;
    }
  | (Server & { readonly kind: "otel-logs" | "otel-traces" | "zipkin-traces" })
  | { readonly kind: "prometheus"; readonly name: string }
  | { readonly kind: "elsewhere"; readonly name: string; readonly for: ProviderRole };

interface Server {
  readonly name: string;
  /** Name of the service that it is. */
  readonly service: string;
  /** Number of its port; 0 where the service has none that fits, which is an error. */
  readonly port: number;
}

interface Authoriser extends Server {
  /** 500 unless said otherwise. */
  readonly timeout: Milliseconds;
  /** `refuse` unless said otherwise. */
  readonly onFailure: FailureMode;
  readonly statusOnFailure: number;
  /** 0: it gets nothing of the body. */
  readonly bodyBytes: number;
}
