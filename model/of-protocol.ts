import type { ExtensionDefinition } from "./extension-definition.ts";
import type { LimitDefinition } from "./limit-definition.ts";
import type { BytesPolicyDefinition, DestinationPolicyDefinition } from "./policy-definition.ts";

/** What only holds for requests: a service whose ports carry bytes has none. */
export type OfRequests<Service, Value> = Service extends { readonly protocol: "tcp" | "tls" }
  ? never
  : Service extends {
        readonly ports: Readonly<Record<string, { readonly protocol: "tcp" | "tls" }>>;
      }
    ? never
    : Value;

/**
 * What only holds for a service that can have a host of its own: none outside, none that is headless, and none with plain
 * TCP, which does not say whom it is for.
 */
type OfOwnHost<Service, Value> = Service extends
  | { readonly external: string | object }
  | { readonly headless: true }
  | { readonly protocol: "tcp" }
  ? never
  : Service extends { readonly ports: infer Ports }
    ? [Extract<Ports[keyof Ports], { readonly protocol: "tcp" }>] extends [never]
      ? Value
      : never
    : Value;

/** What the protocol of a service, and what it says besides, do not let it say. */
export interface OfProtocol<Service> {
  readonly limits?: OfRequests<Service, readonly LimitDefinition[]>;
  readonly extensions?: OfRequests<Service, readonly ExtensionDefinition[]>;
  readonly host?: OfOwnHost<Service, string>;
  readonly policy?: OfRequests<Service, DestinationPolicyDefinition> | BytesPolicyDefinition;
  readonly versions?:
    | OfRequests<Service, unknown>
    | readonly string[]
    | Readonly<Record<string, { readonly policy?: BytesPolicyDefinition }>>;
}

/** Services that can be asked for counts: those with a port that speaks gRPC. Any text where names are not known. */
export type CountingName<Services> = string extends keyof Services
  ? string
  : {
      [Name in keyof Services]: SpeaksGrpc<Services[Name]> extends true ? Name : never;
    }[keyof Services] &
      string;

type SpeaksGrpc<Service> = Service extends { readonly protocol: "grpc" }
  ? true
  : Service extends { readonly ports: infer Ports }
    ? [Extract<Ports[keyof Ports], { readonly protocol: "grpc" }>] extends [never]
      ? false
      : true
    : false;
