import type { PortDefinition, ServiceDefinition } from "./mesh-definition.ts";
import type { Method, RequestProtocol } from "./vocabulary.ts";

/** All of these together; at least one. `grpc` takes the place of `path`. */
export type RouteMatchDefinition<
  Service = ServiceDefinition,
  Names extends string = string,
> = CommonMatch<Service, Names> &
  (
    | { readonly path?: StringMatchDefinition; readonly grpc?: never }
    | { readonly path?: never; readonly grpc?: GrpcMatchFor<Service> }
  );

interface CommonMatch<Service, Names extends string> {
  /** By name, in any case. */
  readonly headers?: Readonly<Record<string, HeaderMatchDefinition>>;
  readonly method?: Method;
  /** By name, as it stands in the URL. */
  readonly query?: Readonly<Record<string, QueryMatchDefinition>>;
  /** Host that the client asks for, with the port where it sends one. */
  readonly authority?: StringMatchDefinition;
  /** Services that the request comes from, any of them. What comes through a gateway comes from none. */
  readonly from?: Names | readonly Names[];
  /**
   * Name of the port of the service that the request was sent to. What comes through a gateway was sent to the first one
   * that carries requests.
   */
  readonly port?: RequestPortOf<Service>;
  /** By name, in their own case; at most three. */
  readonly cookies?: Readonly<Record<string, CookieMatchDefinition>>;
}

/** Plain text means exact; a regular expression (RE2) has to match the whole text. */
export type StringMatchDefinition =
  string | { readonly exact: string } | { readonly prefix: string } | { readonly regex: string };

/** A value that fits, or whether there is the header at all. */
export type HeaderMatchDefinition = StringMatchDefinition | { readonly present: boolean };

/** A value that fits, or that there is the parameter at all. */
export type QueryMatchDefinition = StringMatchDefinition | { readonly present: true };

/** A value that fits, or that there is the cookie at all. Plain text means exact. */
export type CookieMatchDefinition =
  string | { readonly exact: string } | { readonly prefix: string } | { readonly present: true };

/** A gRPC method, or with a service alone all of its methods. */
export interface GrpcMatchDefinition {
  /** With its package: `shop.v1.Cart`. */
  readonly service: string;
  readonly method?: string;
}

/** Only a service with a gRPC port can be matched by gRPC method. */
type GrpcMatchFor<Service> = "grpc" extends ProtocolsOf<Service> ? GrpcMatchDefinition : never;

/** The ports of a service by name that carry requests; any text where its type says nothing. */
type RequestPortOf<Service> = keyof ServiceDefinition extends keyof Service
  ? string
  : Service extends { readonly ports: infer Ports }
    ? { [Name in keyof Ports]: CarriesRequests<Ports[Name], Name> }[keyof Ports]
    : Extract<ProtocolsOf<Service>, RequestProtocol>;

type CarriesRequests<Port, Name> = Port extends { readonly protocol: infer Protocol }
  ? Protocol extends RequestProtocol
    ? Name
    : never
  : Name;

/** The protocols that a service is known to speak; all of them where its type says nothing. */
type ProtocolsOf<Service> = keyof ServiceDefinition extends keyof Service
  ? PortDefinition["protocol"]
  : Service extends { readonly protocol: infer Protocol }
    ? Protocol
    : Service extends { readonly ports: infer Ports }
      ? Ports[keyof Ports] extends infer Port
        ? Port extends { readonly protocol: infer Protocol }
          ? Protocol
          : "http"
        : never
      : "http";
