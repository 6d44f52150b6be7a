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
  Services = Readonly<Record<string, ServiceDefinition>>,
> = RouteAction<Service, Names, Services> & {
  /** Tried first, in this order. */
  readonly rules?: readonly RouteRuleDefinition<Service, Names, Services>[];
};

/** The routes of services, by service. */
export type RoutesOf<Services> = {
  readonly [Name in keyof Services]?: RouteDefinition<
    Services[Name],
    keyof Services & string,
    Services
  >;
};

/** What differs in routes at one place, by service: what is said replaces that part of the route. */
export type SiteRoutes<Services = Readonly<Record<string, ServiceDefinition>>> = RoutesOf<Services>;

export type RouteRuleDefinition<
  Service = ServiceDefinition,
  Names extends string = string,
  Services = Readonly<Record<string, ServiceDefinition>>,
> = RouteAction<Service, Names, Services> & {
  /** Default `rule-<index>`. */
  readonly name?: string;
  /** Any of these. */
  readonly matches: readonly RouteMatchDefinition<Service, Names>[];
};

/** A request is forwarded, or sent elsewhere, or answered by the proxy: one of the three. */
type RouteAction<Service, Names extends string, Services> = {
  readonly cors?: CorsDefinition;
} & (
  | (ForwardPolicy<Service, Names> &
      WhereTo<Service, Names, Services> & { readonly redirect?: never; readonly respond?: never })
  | (Answer<Service, Names> & { readonly redirect: RedirectDefinition; readonly respond?: never })
  | (Answer<Service, Names> & { readonly redirect?: never; readonly respond: RespondDefinition })
);

/** Who gets the requests: the service itself (the default), one other service, or several by weight. */
type WhereTo<Service, Names extends string, Services> =
  OwnVersions<Service> | OtherService<Service, Names> | ByService<Service, Names, Services>;

interface OwnVersions<Service> {
  /** Percent by version, integers that sum to 100. Default: all versions alike, by their instances. */
  readonly split?: SplitDefinition<Service>;
  readonly service?: never;
  readonly services?: never;
}

/**
 * The requests go to another service of the mesh, in whatever namespace. Its policy holds on the way there and its
 * proxies check and count them; its own route is not asked again, so that two services may lead to one another. Of
 * several ports it is the one with the same number, or else with the same protocol, or else the first that takes them.
 * Who is declared to call this service may do so there, as far as the rule leads: by path and method. Connections
 * without HTTP stay here.
 */
interface OtherService<Service, Names extends string> {
  readonly service: OfRequests<Service, Names>;
  readonly split?: never;
  readonly services?: never;
}

interface ByService<Service, Names extends string, Services> {
  /**
   * Percent by service, this one among them or not: a number, or one for each of its versions. Whole numbers that sum to
   * 100 over everything. What holds for `service` holds for each other one.
   */
  readonly services: OfRequests<
    Service,
    {
      readonly [Name in Names]?: number | SplitDefinition<Services[Name & keyof Services]>;
    }
  >;
  readonly split?: never;
  readonly service?: never;
}

interface ForwardPolicy<Service, Names extends string> {
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
  readonly [
    Key in Exclude<keyof ForwardPolicy<Service, Names>, "headers"> | keyof OwnVersions<Service>
  ]?: never;
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
