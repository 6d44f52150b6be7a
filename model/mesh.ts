import type { Access, Operation } from "./access.ts";
import type { Authentication, TokenRequirement } from "./authentication.ts";
import type { Discovery } from "./discovery.ts";
import type { Extension } from "./extension.ts";
import type { Login } from "./login.ts";
import type { Machine, MachineGroup } from "./machine.ts";
import type { Milliseconds } from "./duration.ts";
import type { GlobalLimits, Limit } from "./limit.ts";
import type { DestinationPolicy } from "./policy.ts";
import type { Provider } from "./provider.ts";
import type { Retries } from "./retries.ts";
import type { Route } from "./route.ts";
import type { Telemetry } from "./telemetry.ts";
import type { Visibility } from "./visibility.ts";
import type {
  AccessDefault,
  ClientCertificateMode,
  GatewayKind,
  MtlsMode,
  OriginationMode,
  PlainHttpMode,
  Protocol,
  Resolution,
  TlsVersion,
} from "./vocabulary.ts";

export type * from "./route-actions.ts";
export type * from "./route.ts";

/**
 * The model after parsing: one form of everything, every default filled in, every short name resolved. Plain data:
 * it can be printed as JSON and read back. Made by `parseMesh`; later stages never see an author's short forms.
 */
export interface Mesh {
  readonly name: string;
  /** Namespace of every service and gateway that names none. */
  readonly namespace: string;
  readonly trust: Trust;
  /** By name; only those that the author named. */
  readonly namespaces: Readonly<Record<string, Namespace>>;
  readonly services: Readonly<Record<string, Service>>;
  /** By the name of the service that the route belongs to. */
  readonly routes: Readonly<Record<string, Route>>;
  readonly gateways: Readonly<Record<string, Gateway>>;
  readonly authentication: Authentication;
  readonly access: Access;
  /** What holds for services that say nothing of their own. */
  readonly discovery: Discovery;
  /** Undefined: no limit is `global`. */
  readonly globalLimits?: GlobalLimits;
  /** Whom proxies ask or tell, by name. */
  readonly providers: Readonly<Record<string, Provider>>;
  /** What proxies report that say nothing of their own. */
  readonly telemetry: Telemetry;
}

export interface Trust {
  /** SPIFFE trust domain, for example `shop.example`. */
  readonly domain: string;
  /** Further names of it, sorted: identities under them count as those of `domain`. */
  readonly aliases: readonly string[];
  readonly mtls: MtlsMode;
}

/** What holds for the services of one namespace. */
export interface Namespace {
  readonly name: string;
  readonly mtls: MtlsMode;
}

export type Service = WorkloadService | ExternalService;

/** A service whose workloads run in the mesh. */
export interface WorkloadService {
  readonly kind: "workload";
  readonly name: string;
  readonly namespace: string;
  readonly owner?: string;
  /** Whether its workloads have a proxy, and with it an identity. */
  readonly inMesh: boolean;
  /** What ports accept that say nothing of their own: plaintext only, where there is no proxy. */
  readonly mtls: MtlsMode;
  /** Who may call it where no rule says more; `open` where there is no proxy. */
  readonly access: AccessDefault;
  /** Whose tokens its requests carry; undefined: nobody looks for one. */
  readonly requires?: TokenRequirement;
  /** Whether its name stands for the addresses of its instances. */
  readonly headless: boolean;
  /** What it is called by; undefined: the name of its Service in the cluster. */
  readonly host?: string;
  /** At least one, by number. */
  readonly ports: readonly ReceivingPort[];
  /** Whether the author named versions; if not there is exactly one, called `default`. */
  readonly versioned: boolean;
  /** At least one, by name. */
  readonly versions: readonly Version[];
  readonly policy: DestinationPolicy;
  readonly visibility: Visibility;
  /** None: no limit. */
  readonly limits: readonly Limit[];
  /** Code of the author's own that requests to it pass, in order. */
  readonly extensions: readonly Extension[];
  /** What its proxies report, where it differs from the mesh. */
  readonly telemetry: Telemetry;
  readonly calls: readonly Call[];
  /** Instances outside Kubernetes, by name. */
  readonly machines: readonly Machine[];
  /** Machines that register themselves; undefined: none may. */
  readonly machineGroup?: MachineGroup;
  /** What its proxies hear of. */
  readonly discovery: Discovery;
}

/** A service outside the mesh, reached by its DNS names. */
export interface ExternalService {
  readonly kind: "external";
  readonly name: string;
  readonly namespace: string;
  readonly owner?: string;
  readonly ports: readonly Port[];
  /** Its first DNS name: `api.payments.example`, `*.payments.example`. */
  readonly host: string;
  readonly policy: DestinationPolicy;
  readonly visibility: Visibility;
  /** All of them, sorted after the first. */
  readonly hosts: readonly string[];
  /** `dns` unless said otherwise; `none` for wildcards, `static` with endpoints. */
  readonly resolution: Resolution;
  /** IP addresses, sorted; only where they are static. */
  readonly endpoints: readonly string[];
  /** TLS that the mesh starts for callers, which speak plaintext to their own proxy. */
  readonly tls?: Origination;
  /** Name of the egress gateway that everything to it goes through. */
  readonly through?: string;
}

/** TLS that the mesh starts. The server has to prove its name. */
export interface Origination {
  readonly mode: OriginationMode;
  /**
   * Name of a Secret in the egress gateway's namespace: the authorities of the server in `ca.crt`, and for `mutual` the
   * mesh's certificate in `tls.crt` and `tls.key`. Undefined trusts public authorities.
   */
  readonly secret?: string;
  /** Name that is asked for (SNI), and that the server has to prove. Undefined: the host. */
  readonly sni?: string;
}

export interface Port {
  /** Kubernetes port name, unique in the service. */
  readonly name: string;
  readonly number: number;
  /** Port of the container; the same number unless said otherwise. */
  readonly target: number;
  readonly protocol: Protocol;
}

/** A port of a workload. */
export interface ReceivingPort extends Port {
  /** What it accepts. */
  readonly mtls: MtlsMode;
}

/** An immutable subset of a service's workloads. */
export interface Version {
  readonly name: string;
  /** Instances, 0 or more; 1 unless said otherwise. */
  readonly replicas: number;
  /** Container image; undefined where the workload is deployed by somebody else. */
  readonly image?: string;
  readonly env: Readonly<Record<string, EnvValue>>;
  /** The whole policy of a version that says one of its own, the service's fields filled in. */
  readonly policy?: DestinationPolicy;
}

/** A value of the environment: text, or a reference to a key of a Secret, never the secret itself. */
export type EnvValue = string | { readonly secret: string; readonly key: string };

/** Service A uses service B. Owned by the caller; holds only for it. */
export interface Call {
  /** Name of the called service. */
  readonly to: string;
  /** The caller's deadline for one request, all tries together. */
  readonly timeout?: Milliseconds;
  readonly retries?: Retries;
  /** Whether every operation may safely be repeated; undefined where nobody said. */
  readonly idempotent?: boolean;
  /** What the caller does there; none means everything. */
  readonly operations: readonly Operation[];
}

/** A door of the mesh. */
export interface Gateway {
  readonly name: string;
  readonly namespace: string;
  /** `ingress` unless said otherwise. */
  readonly kind: GatewayKind;
  /** Numbers of its two listeners for hosts; 80 and 443 unless said otherwise. */
  readonly ports: GatewayPorts;
  /** By name. An egress gateway has none: its hosts are those of the external services that go through it. */
  readonly hosts: readonly GatewayHost[];
  /** Listeners for plain TCP, by name. */
  readonly tcp: readonly TcpListener[];
  /** Code of the author's own that requests pass, in order. */
  readonly extensions: readonly Extension[];
  /** What its proxies report, where it differs from the mesh. */
  readonly telemetry: Telemetry;
}

export interface GatewayPorts {
  /** Plain HTTP. */
  readonly http: number;
  /** TLS, whatever is inside. */
  readonly https: number;
}

export interface GatewayHost {
  readonly host: string;
  /** Name of the service that answers what is below none of the paths; undefined: that gets 404. */
  readonly service?: string;
  /** Parts that are handed over to other services; in the order in which they are tried, longer ones first. */
  readonly paths: readonly HostPath[];
  /** Undefined serves plain HTTP. */
  readonly tls?: HostTls;
  /** What plain HTTP for the host gets; `serve` where there is no TLS. */
  readonly http: PlainHttpMode;
  /** What is routed: HTTP requests, or whole connections where the gateway sees no HTTP. */
  readonly carries: "requests" | "connections";
  /** Whose tokens its requests carry; undefined: none is needed. */
  readonly requires?: TokenRequirement;
  /** How people log in before their requests pass; undefined: they need not. */
  readonly login?: Login;
}

/** A path of a host and all that is below it, by whole elements. */
export interface HostPath {
  /** Starts with `/` and does not end with it. */
  readonly path: string;
  /** Name of the service whose route its requests follow. */
  readonly service: string;
  /** What the service sees in place of the path: `/`, or what does not end with it. Undefined: the path itself. */
  readonly rewrite?: string;
}

export type HostTls = TerminatedTls | { readonly mode: "passthrough" };

/** TLS that ends at the gateway. */
export interface TerminatedTls {
  readonly mode: "terminate";
  /**
   * Names of `kubernetes.io/tls` Secrets in the gateway's namespace, at least one: the same host with keys of different
   * kinds.
   */
  readonly secrets: readonly [string, ...string[]];
  /** Oldest version that is spoken; 1.2 unless said otherwise. */
  readonly minVersion: TlsVersion;
  /** Undefined: clients are not asked for certificates. */
  readonly clients?: ClientCertificates;
}

export interface ClientCertificates {
  /** Name of a Secret with the authorities in `ca.crt`, in the gateway's namespace. */
  readonly secret: string;
  /** `required` unless said otherwise. */
  readonly mode: ClientCertificateMode;
}

/** A port of a gateway whose connections all go to one service, whatever is inside. */
export interface TcpListener {
  readonly name: string;
  readonly port: number;
  readonly service: string;
}
