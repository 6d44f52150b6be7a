import type { Milliseconds } from "./duration.ts";
import type { Retries } from "./retries.ts";
import type { RouteActions } from "./route-actions.ts";
import type { Method } from "./vocabulary.ts";

/** How requests to a service are distributed and changed. Owned by the callee; holds for all callers. */
export interface Route {
  readonly service: string;
  /** Tried in this order; the first match wins. The last one matches everything. */
  readonly rules: readonly RouteRule[];
}

export interface RouteRule {
  readonly name: string;
  /** Any of these; none means every request. */
  readonly matches: readonly RouteMatch[];
  /** Weights over versions, integers that sum to 100; undefined sends to all versions alike. */
  readonly split?: Split;
  /** Where requests go of which some leave the service, instead of a split; weights sum to 100. */
  readonly destinations?: readonly RouteDestination[];
  readonly timeout?: Milliseconds;
  readonly retries?: Retries;
  readonly mirror?: Mirror;
  readonly actions: RouteActions;
}

/** A share of the requests for a service, or for one of its versions. */
export interface RouteDestination {
  readonly service: string;
  /** Undefined: all versions alike. */
  readonly version?: string;
  /** 0 to 100. */
  readonly weight: number;
}

/** Copies of requests whose answers are thrown away: to a version of the service, or to another service. */
export interface Mirror {
  readonly service: string;
  readonly version?: string;
  /** 0 to 100, at most four decimals. */
  readonly percent: number;
}

/** All of these together. Cookies are a match of the header `cookie`, a gRPC method is a path. */
export interface RouteMatch extends RequestMatch {
  /** Names of the calling services, any of them; undefined: everybody, also through gateways. */
  readonly from?: readonly string[];
  /** Name of the port of the service that the request was sent to; undefined: whichever. */
  readonly port?: string;
}

/** What a match says of the request itself. */
export interface RequestMatch {
  readonly path?: StringMatch;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, HeaderMatch>>;
  readonly method?: Method;
  /** By name; undefined: none is looked at. */
  readonly query?: Readonly<Record<string, QueryMatch>>;
  /** Host that the client asks for, with a port where it sends one. */
  readonly authority?: StringMatch;
}

export type StringMatch =
  | { readonly kind: "exact"; readonly value: string }
  | { readonly kind: "prefix"; readonly value: string }
  | { readonly kind: "regex"; readonly value: string };

/** A value that fits, any value, or none at all. */
export type HeaderMatch = QueryMatch | { readonly kind: "absent" };

/** A value that fits, or any value. */
export type QueryMatch = StringMatch | { readonly kind: "present" };

export type Split = readonly { readonly version: string; readonly weight: number }[];
