import type { TokenRequirementDefinition } from "./authentication-definition.ts";
import type { ExtensionDefinition } from "./extension-definition.ts";
import type { LoginDefinition } from "./login-definition.ts";
import type { ProviderDefinition } from "./provider-definition.ts";
import type { TelemetryOf } from "./telemetry-definition.ts";
import type {
  ClientCertificateMode,
  GatewayKind,
  PlainHttpMode,
  TlsVersion,
} from "./vocabulary.ts";

/** A door of the mesh, with its own proxies. */
export interface GatewayDefinition<
  Names extends string = string,
  Providers extends string = string,
  Backends = Readonly<Record<string, ProviderDefinition>>,
> {
  /** Default: the mesh's namespace. */
  readonly namespace?: string;
  /** Default `ingress`. An `egress` gateway has neither hosts nor tcp: external services name it in `through`. */
  readonly kind?: GatewayKind;
  /** Numbers of the listeners for hosts. Default 80 for `http`, 443 for `https`. */
  readonly ports?: { readonly http?: number; readonly https?: number };
  /** By DNS name; `*.suffix` matches one or more labels. */
  readonly hosts?: Readonly<Record<string, GatewayHostDefinition<Names, Providers>>>;
  /** Ports whose connections all go to one service, by a name for the listener. */
  readonly tcp?: Readonly<Record<string, TcpListenerDefinition<Names>>>;
  /** Code of your own that requests pass in its proxies, in this order. */
  readonly extensions?: readonly ExtensionDefinition[];
  /** What its proxies report, over the mesh's, part by part. */
  readonly telemetry?: TelemetryOf<Backends>;
}

export type GatewayHostDefinition<
  Names extends string = string,
  Providers extends string = string,
> = HostDoorDefinition<Providers> & (WholeHostDefinition<Names> | SharedHostDefinition<Names>);

/** One service answers, or takes all connections. */
interface WholeHostDefinition<Names extends string> {
  readonly service: Names;
  readonly paths?: never;
  /** Serve TLS. Without it the host is plain HTTP. */
  readonly tls?: HostTlsDefinition;
}

/** Parts of the host are handed over to other services. */
interface SharedHostDefinition<Names extends string> {
  /** Answers what is below none of the paths. Without it that gets 404. */
  readonly service?: Names;
  /**
   * Services by path: each gets the requests for its path and everything below it, by whole elements: `/api/cart` takes
   * `/api/cart/items`, not `/api/carts`. The longest path wins, whatever the order. What happens to the requests is
   * what the route of that service says.
   */
  readonly paths: Readonly<Record<`/${string}`, Names | HostPathDefinition<Names>>>;
  /** Serve TLS. Without it the host is plain HTTP. */
  readonly tls?: TerminatedTlsDefinition;
}

/** A part of a host, and what its service sees of the path. */
export interface HostPathDefinition<Names extends string = string> {
  readonly service: Names;
  /**
   * What takes the place of the part's path: `/` takes it away, so that `/api/cart/items` is `/items` to the service. Its
   * route speaks of paths as the service sees them. Default: the path stays.
   */
  readonly rewrite?: { readonly path: { readonly prefix: `/${string}` } };
}

/** What requests meet before they are routed. */
interface HostDoorDefinition<Providers extends string> {
  /** What plain HTTP gets where there is `tls`. Default `redirect` to HTTPS; `refuse` for what is no HTTP inside. */
  readonly http?: PlainHttpMode;
  /** Whose token every request to the host carries. Default: none is needed. */
  readonly requires?: TokenRequirementDefinition<Providers>;
  /** People log in before their requests pass. Default: they need not. */
  readonly login?: LoginDefinition<Providers>;
}

export type HostTlsDefinition = TerminatedTlsDefinition | PassthroughDefinition;

/** The gateway ends TLS. Of a service with HTTP it serves HTTPS, of one with TCP what is inside the TLS. */
export interface TerminatedTlsDefinition {
  /** The default. */
  readonly mode?: "terminate";
  /** `kubernetes.io/tls` Secret in the gateway's namespace; two for keys of different kinds (RSA and ECDSA). */
  readonly secret: string | readonly string[];
  /** Oldest version that is spoken. Default `"1.2"`. */
  readonly minVersion?: TlsVersion;
  /** Ask clients for certificates (mutual TLS). */
  readonly clients?: {
    /** Secret with the authorities in `ca.crt`, in the gateway's namespace. */
    readonly secret: string;
    /** Default `required`. */
    readonly mode?: ClientCertificateMode;
  };
}

/** The service ends TLS itself; the gateway only reads the name that the client asks for (SNI). Needs a `tls` port. */
export interface PassthroughDefinition {
  readonly mode: "passthrough";
}

export interface TcpListenerDefinition<Names extends string = string> {
  readonly port: number;
  /** Needs a `tcp` or `tls` port. */
  readonly service: Names;
}
