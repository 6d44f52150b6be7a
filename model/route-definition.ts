import type { DurationText } from "./duration.ts";
import type { RetriesDefinition, ServiceDefinition } from "./mesh-definition.ts";
import type { RouteMatchDefinition } from "./route-match-definition.ts";

/** The top level is the rule for all that no entry of `rules` matches. */
export interface RouteDefinition<
  Service = ServiceDefinition,
  Names extends string = string,
> extends RoutePolicy<Service> {
  /** Tried first, in this order. */
  readonly rules?: readonly RouteRuleDefinition<Service, Names>[];
}

export interface RouteRuleDefinition<
  Service = ServiceDefinition,
  Names extends string = string,
> extends RoutePolicy<Service> {
  /** Default `rule-<index>`. */
  readonly name?: string;
  /** Any of these. */
  readonly matches: readonly RouteMatchDefinition<Service, Names>[];
}

interface RoutePolicy<Service> {
  /** Percent by version, integers that sum to 100. Default: all versions alike, by their instances. */
  readonly split?: SplitDefinition<Service>;
  /** Deadline on the callee's side. */
  readonly timeout?: DurationText;
  readonly retries?: RetriesDefinition;
}

/** Only the service's own versions are keys; a service without versions cannot be split. */
export type SplitDefinition<Service> = [VersionName<Service>] extends [never]
  ? never
  : { readonly [Name in VersionName<Service>]?: number };

type VersionName<Service> = Service extends { readonly versions: readonly (infer Name)[] }
  ? Name & string
  : Service extends { readonly versions: infer Versions }
    ? keyof Versions & string
    : keyof ServiceDefinition extends keyof Service
      ? string
      : never;
