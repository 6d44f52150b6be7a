import type { Milliseconds } from "./duration.ts";
import type { StringMatch } from "./route.ts";
import type { GrpcStatus, Method, RedirectStatus } from "./vocabulary.ts";

/** What a rule does beside sending on: all of it is about the request and its answer, none of it about who gets it. */
export interface RouteActions {
  readonly rewrite?: Rewrite;
  /** Answers instead of the service. */
  readonly redirect?: Redirect;
  /** Answers instead of the service. */
  readonly respond?: Respond;
  readonly headers?: HeaderEdits;
  readonly cors?: Cors;
  readonly fault?: Fault;
}

export interface Rewrite {
  /** The whole path, or the prefix that every match of the rule names. */
  readonly path?: { readonly kind: "full" | "prefix"; readonly value: string };
  readonly host?: string;
}

export interface Redirect {
  readonly scheme?: "http" | "https";
  readonly host?: string;
  readonly port?: number;
  readonly path?: string;
  readonly status: RedirectStatus;
}

export interface Respond {
  readonly status: number;
  readonly body?: string;
}

export interface HeaderEdits {
  readonly request: HeaderEdit;
  readonly response: HeaderEdit;
}

/** Names in lower case. */
export interface HeaderEdit {
  readonly set: Readonly<Record<string, string>>;
  readonly add: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
}

export interface Cors {
  readonly origins: readonly StringMatch[];
  readonly methods: readonly Method[];
  readonly headers: readonly string[];
  readonly expose: readonly string[];
  readonly maxAge?: Milliseconds;
  readonly credentials: boolean;
}

export interface Fault {
  readonly delay?: { readonly time: Milliseconds; readonly percent: number };
  readonly abort?: Abort & { readonly percent: number };
}

export type Abort =
  | { readonly kind: "http"; readonly status: number }
  | { readonly kind: "grpc"; readonly status: GrpcStatus };
