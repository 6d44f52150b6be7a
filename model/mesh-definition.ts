import type { AccessDefinition } from "./access-definition.ts";
import type {
  AuthenticationDefinition,
  TokenRequirementDefinition,
} from "./authentication-definition.ts";
import type { CallDefinition } from "./call-definition.ts";
import type { DiscoveryDefinition } from "./discovery-definition.ts";
import type { ExtensionDefinition } from "./extension-definition.ts";
import type { GatewayDefinition } from "./gateway-definition.ts";
import type { GlobalLimitsDefinition, LimitDefinition } from "./limit-definition.ts";
import type { MachineDefinition, MachineGroupDefinition } from "./machine-definition.ts";
import type { DestinationPolicyDefinition } from "./policy-definition.ts";
import type { CountingName } from "./of-protocol.ts";
import type { ProviderDefinition, ProvidersFor } from "./provider-definition.ts";
import type { RoutesOf } from "./route-definition.ts";
import type { TelemetryOf } from "./telemetry-definition.ts";
import type {
  AccessDefault,
  MtlsMode,
  OriginationMode,
  Protocol,
  Resolution,
  VisibilityScope,
} from "./vocabulary.ts";

/**
 * What an author writes, before parsing. The type parameters carry the names, so that the compiler checks every
 * reference. `MeshDefinition` without them is the shape of YAML.
 */
export interface MeshDefinition<
  Services = Readonly<Record<string, ServiceDefinition>>,
  Providers extends string = string,
  Backends = Readonly<Record<string, ProviderDefinition>>,
> {
  /** Version of the model's language; `heddle/v1` is the only one and the default. */
  readonly apiVersion?: "heddle/v1";
  /** Name of the mesh: a DNS label. */
  readonly name: string;
  /** Namespace of services and gateways that name none. Default: the mesh's name. */
  readonly namespace?: string;
  readonly trust: {
    /** SPIFFE trust domain, for example `shop.example`. Changing it later is a migration. */
    readonly domain: string;
    /** Further names of it, for example the one before a migration: identities under them count as well. */
    readonly aliases?: readonly string[];
    /** Default `strict`: plaintext is refused. */
    readonly mtls?: MtlsMode;
  };
  /** What differs in a namespace, by its name. */
  readonly namespaces?: Readonly<Record<string, NamespaceDefinition>>;
  readonly services: Services;
  /** By service. */
  readonly routes?: RoutesOf<Services>;
  readonly gateways?: Readonly<
    Record<
      string,
      GatewayDefinition<keyof Services & string, NoInfer<Providers>, NoInfer<Backends>>
    >
  >;
  /** End users: who issues their tokens. Services and hosts of gateways say whose they require. */
  readonly authentication?: AuthenticationDefinition<Providers>;
  /** Who may call what. Default: everybody everything. */
  readonly access?: AccessDefinition<
    keyof Services & string,
    NoInfer<Providers>,
    ProvidersFor<NoInfer<Backends>, "authorisation">
  >;
  /** What the proxies of services hear of. Default: everything. */
  readonly discovery?: DiscoveryDefinition;
  /** Who counts the limits of scope `global`. Default: nobody, and there are none. */
  readonly globalLimits?: GlobalLimitsDefinition<CountingName<Services>>;
  /** Whom proxies ask or tell: authorisers, and what takes logs, traces and metrics. By name. */
  readonly providers?: Backends;
  /** What proxies report. Services and gateways may differ. */
  readonly telemetry?: TelemetryOf<NoInfer<Backends>>;
}

export interface NamespaceDefinition {
  /** What the services of the namespace accept. Default: the mesh's. */
  readonly mtls?: MtlsMode;
}

export interface ServiceDefinition<
  Names extends string = string,
  Providers extends string = string,
  Services = Readonly<Record<string, unknown>>,
  Backends = Readonly<Record<string, ProviderDefinition>>,
> {
  /** Default: the mesh's namespace. */
  readonly namespace?: string;
  /** Team that answers for it. */
  readonly owner?: string;
  /** Short form of one port. Default 8080, for an external service 443. */
  readonly port?: number;
  /** Protocol of `port`. Default `http`, for an external service `tls`. */
  readonly protocol?: Protocol;
  /** Long form, by port name; instead of `port` and `protocol`. */
  readonly ports?: Readonly<Record<string, PortDefinition>>;
  /** What it accepts. Default: its namespace's, then the mesh's. Senders follow by themselves. */
  readonly mtls?: MtlsMode;
  /**
   * Whether its workloads have a proxy. Default true. One without has no identity and cannot call a service that only
   * accepts mTLS.
   */
  readonly inMesh?: boolean;
  /** Who may call it where no rule says more. Default: the mesh's `access.default`. */
  readonly access?: AccessDefault;
  /** Whose token every request carries. Default: nobody looks for one. */
  readonly requires?: TokenRequirementDefinition<Providers>;
  /**
   * Without an address of its own: its name stands for the addresses of its instances, and a caller chooses one of them.
   * Default false.
   */
  readonly headless?: boolean;
  /** DNS name that callers use in place of that of a Kubernetes Service, which is not made. Default: the Service's. */
  readonly host?: string;
  /** Names only, or each with what differs from the service. */
  readonly versions?: readonly string[] | Readonly<Record<string, VersionDefinition>>;
  /** Instances of each version. Default 1. */
  readonly replicas?: number;
  /** Container image of each version. */
  readonly image?: string;
  readonly env?: Readonly<Record<string, EnvValueDefinition>>;
  /** Instances outside Kubernetes, by name. */
  readonly machines?: Readonly<Record<string, MachineDefinition>>;
  /** Machines whose proxies register themselves, and where they are. Default: none may. */
  readonly machineGroup?: MachineGroupDefinition;
  /** Who this service calls. */
  readonly calls?: {
    readonly [Name in Names]?: CallDefinition<Services[Name & keyof Services]>;
  };
  /** What its proxies hear of. Default: the mesh's `discovery`. */
  readonly discovery?: DiscoveryDefinition;
  /**
   * Whose proxies may hear of it: all of the mesh's (the default), those of its namespace, or of these namespaces and
   * its own.
   */
  readonly visibility?: VisibilityScope | readonly string[];
  /** How others reach its instances: load balancing, connections, outlier detection. */
  readonly policy?: DestinationPolicyDefinition;
  /** How many requests each of its instances takes, or all of them together. */
  readonly limits?: readonly LimitDefinition[];
  /** Code of your own that requests to it pass in its proxies, in this order. */
  readonly extensions?: readonly ExtensionDefinition[];
  /** What its proxies report, over the mesh's, part by part. */
  readonly telemetry?: TelemetryOf<Backends>;
  /**
   * DNS name of a service outside the mesh, or more about it; excludes versions, replicas, image, env, calls, mtls,
   * inMesh, access, requires, headless, host, machines, machineGroup, extensions, telemetry and discovery.
   */
  readonly external?: string | ExternalDefinition;
}

/** A service outside the mesh. */
export interface ExternalDefinition {
  /** DNS names; `*.suffix` matches one or more labels. */
  readonly hosts: readonly string[];
  /** Default `dns`; `static` with endpoints, `none` with a wildcard. */
  readonly resolution?: Resolution;
  /** IP addresses, for names that no DNS server knows. */
  readonly endpoints?: readonly string[];
  /**
   * The mesh starts TLS: callers speak plain HTTP, by default to port 80, and the server is reached on port 443. It has
   * to prove its name.
   */
  readonly tls?: {
    /** Default `simple`. */
    readonly mode?: OriginationMode;
    /** Secret with `ca.crt`, for `mutual` also `tls.crt` and `tls.key`. Only with `through`, in that gateway's namespace. */
    readonly secret?: string;
    /** Name that is asked for. Default: the host. */
    readonly sni?: string;
  };
  /** Gateway of kind `egress` that everything to it goes through. */
  readonly through?: string;
}

export type EnvValueDefinition = string | { readonly secret: string; readonly key: string };

export interface PortDefinition {
  readonly number: number;
  /** Default: the same number. */
  readonly target?: number;
  /** Default `http`. */
  readonly protocol?: Protocol;
  /** What it accepts, where that differs from the service: `permissive` for a port that something outside scrapes. */
  readonly mtls?: MtlsMode;
}

export interface VersionDefinition {
  readonly replicas?: number;
  readonly image?: string;
  /** Added to the service's, key by key. */
  readonly env?: Readonly<Record<string, EnvValueDefinition>>;
  /** Over the service's, field by field. */
  readonly policy?: DestinationPolicyDefinition;
}
