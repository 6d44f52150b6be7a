import type { DurationText } from "./duration.ts";
import type { StringMatchDefinition } from "./route-match-definition.ts";
import type { GrpcStatus, Method, RedirectStatus } from "./vocabulary.ts";

/** What is changed on the way to the service. At least one of the two. */
export interface RewriteDefinition {
  /** `full` takes the place of the whole path; `prefix` of the prefix that the rule's matches name. The query stays. */
  readonly path?: { readonly full: string } | { readonly prefix: string };
  /** The host that the service sees. */
  readonly host?: string;
}

/** An answer that sends the client elsewhere. At least one part; what is not said stays as the client asked for it. */
export interface RedirectDefinition {
  readonly scheme?: "http" | "https";
  readonly host?: string;
  readonly port?: number;
  /** Takes the place of the whole path. */
  readonly path?: string;
  /** Default 302. */
  readonly status?: RedirectStatus;
}

/** An answer of the proxy itself. */
export interface RespondDefinition {
  /** 200 to 599. */
  readonly status: number;
  /** Plain text of at most 4096 bytes. Default: none. */
  readonly body?: string;
}

/** Changes of headers, of what is sent to the service and of what comes back. Values are literal. */
export interface HeaderEditsDefinition {
  readonly request?: HeaderEditDefinition;
  readonly response?: HeaderEditDefinition;
}

export interface HeaderEditDefinition {
  /** Written over what is there. */
  readonly set?: Readonly<Record<string, string>>;
  /** Put beside what is there. */
  readonly add?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}

/** Which pages of other origins may read the answers. The proxy answers their preflight requests. */
export interface CorsDefinition {
  /** Origins such as `https://shop.example`; `"*"` is any. */
  readonly origins: readonly StringMatchDefinition[];
  readonly methods?: readonly Method[];
  /** Request headers that a page may send. */
  readonly headers?: readonly string[];
  /** Response headers that a page may read. */
  readonly expose?: readonly string[];
  /** How long a browser keeps the answer to a preflight, in whole seconds. Default: what the browser has. */
  readonly maxAge?: DurationText;
  /** Whether cookies and the like go along. Default false. */
  readonly credentials?: boolean;
}

/** Faults that the proxy makes up. At least one of the two. */
export interface FaultDefinition {
  readonly delay?: { readonly time: DurationText; readonly percent?: number };
  /** An answer instead of the service's: an HTTP status from 200 to 599, or a gRPC status. */
  readonly abort?:
    | { readonly status: number; readonly grpc?: never; readonly percent?: number }
    | { readonly grpc: GrpcStatus; readonly status?: never; readonly percent?: number };
}

/** Copies of requests for a version, or another service. Their answers are thrown away. */
export type MirrorDefinition<Version extends string, Names extends string> = {
  /** Percent of the requests, at most four decimals. Default 100. */
  readonly percent?: number;
} & (
  | { readonly version: Version; readonly service?: never }
  | { readonly service: Names; readonly version?: never }
);
