import type { RetriesDefinition } from "./call-definition.ts";
import type { DurationText } from "./duration.ts";
import type { ServiceDefinition } from "./mesh-definition.ts";
import type { OfRequests } from "./of-protocol.ts";
import type {
  CorsDefinition,
  FaultDefinition,
  HeaderEditDefinition,
  HeaderEditsDefinition,
  MirrorDefinition,
  RedirectDefinition,
  RespondDefinition,
  RewriteDefinition,
} from "./route-action-definition.ts";
import type { RouteMatchDefinition } from "./route-match-definition.ts";

/** The top level is the rule for all that no entry of `rules` matches. */
export type RouteDefinition<
  Service = ServiceDefinition,
  Names extends string = string,
> = RouteAction<Service, Names> & {
  /** Tried first, in this order. */
  readonly rules?: readonly RouteRuleDefinition<Service, Names>[];
};

/** What differs in routes at one place, by service: what is said replaces that part of the route. */
export type SiteRoutes<Services = Readonly<Record<string, ServiceDefinition>>> = {
  readonly [Name in keyof Services]?: RouteDefinition<Services[Name], keyof Services & string>;
};

export type RouteRuleDefinition<
  Service = ServiceDefinition,
  Names extends string = string,
> = RouteAction<Service, Names> & {
  /** Default `rule-<index>`. */
  readonly name?: string;
  /** Any of these. */
  readonly matches: readonly RouteMatchDefinition<Service, Names>[];
};

/** A request is forwarded, or sent elsewhere, or answered by the proxy: one of the three. */
type RouteAction<Service, Names extends string> = { readonly cors?: CorsDefinition } & (
  | (ForwardPolicy<Service, Names> & { readonly redirect?: never; readonly respond?: never })
  | (Answer<Service, Names> & { readonly redirect: RedirectDefinition; readonly respond?: never })
  | (Answer<Service, Names> & { readonly redirect?: never; readonly respond: RespondDefinition })
);

interface ForwardPolicy<Service, Names extends string> {
  /** Percent by version, integers that sum to 100. Default: all versions alike, by their instances. */
  readonly split?: SplitDefinition<Service>;
  /** Deadline on the callee's side. */
  readonly timeout?: OfRequests<Service, DurationText>;
  readonly retries?: OfRequests<Service, RetriesDefinition>;
  readonly rewrite?: RewriteDefinition;
  readonly mirror?: MirrorDefinition<VersionName<Service>, Names>;
  readonly fault?: FaultDefinition;
  readonly headers?: HeaderEditsDefinition;
}

/** Nothing of what is forwarded; only the answer's headers. */
type Answer<Service, Names extends string> = {
  readonly [Key in Exclude<keyof ForwardPolicy<Service, Names>, "headers">]?: never;
} & {
  readonly headers?: { readonly request?: never; readonly response?: HeaderEditDefinition };
};

/** Only the service's own versions are keys; a service without versions cannot be split. */
export type SplitDefinition<Service> = [VersionName<Service>] extends [never]
  ? never
  : { readonly [Name in VersionName<Service>]?: number };

/** Names of the versions of a service; `never` where it has none. */
export type VersionName<Service> = Service extends { readonly versions: readonly (infer Name)[] }
  ? Name & string
  : Service extends { readonly versions: infer Versions }
    ? keyof Versions & string
    : keyof ServiceDefinition extends keyof Service
      ? string
      : never;
