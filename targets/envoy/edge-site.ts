import type {
  AuthoriserSettings,
  BufferingSettings,
  CompressionSettings,
  EdgeExtension,
} from "./site/filter-settings.ts";
import type { EdgeEndpoint, EdgeServiceSettings } from "./site/service-settings.ts";
import type { HttpSettings } from "./site/http-settings.ts";
import type { ParsedSite } from "./site/site-schema.ts";
import type {
  AccessLogSettings,
  StatsSettings,
  TracingSettings,
} from "./site/telemetry-settings.ts";

/**
 * One place where an edge proxy runs: what differs between sites, as data. Everything has a default. This is no noun of
 * the model yet, so that sites stay beside the mesh and not in it.
 */
export interface EdgeSite {
  /** Name of the mesh's gateway that it serves. Default: the only one. */
  readonly gateway?: string;
  readonly listen?: ListenSettings;
  /**
   * Where its proxies are: `region`, `region/zone` or `region/zone/sub-zone`. With it the policies of services about places
   * (`locality`) hold here, and their endpoints say where they are. Default: nobody knows.
   */
  readonly locality?: string;
  /**
   * Where each version of each service answers, as `address:port`, with a priority, a weight and a place where they
   * matter: by service, then by version (`default` for a service without versions). A service that is not named is found
   * by its name in the cluster.
   */
  readonly endpoints?: Readonly<Record<string, Readonly<Record<string, readonly EdgeEndpoint[]>>>>;
  /** How services are reached, by name, where that is a matter of the site. */
  readonly services?: Readonly<Record<string, EdgeServiceSettings>>;
  /**
   * Folder with a folder for each Secret of the gateway, each with `tls.crt` (leaf first) and `tls.key`. Default
   * `/etc/heddle-edge/certificates`.
   */
  readonly certificates?: string;
  /**
   * Identity of the proxy in the mesh, for mTLS towards the services; `none` calls them in plaintext, which is right
   * where they are not in the mesh or where a sidecar beside the proxy does it. Default: where a service only accepts mTLS the files
   * `tls.crt`, `tls.key` and `ca.crt` in `/etc/heddle-edge/identity`, otherwise `none`.
   */
  readonly identity?: EdgeIdentity | "none";
  /**
   * File with the public roots, by which a server of public keys is trusted. Default
   * `/etc/ssl/certs/ca-certificates.crt`.
   */
  readonly publicAuthorities?: string;
  /** Port of Envoy's admin interface, always on 127.0.0.1. Default 9901. */
  readonly adminPort?: number;
  /** Where `GET /ready` is answered. Default 127.0.0.1:9902. */
  readonly readiness?: { readonly address?: string; readonly port?: number };
  readonly limits?: EdgeLimits;
  /**
   * Values of Envoy's runtime by key, for what has no word here. They win over what the configuration says; nobody can
   * change them in a running proxy.
   * https://www.envoyproxy.io/docs/envoy/latest/configuration/operations/runtime
   */
  readonly runtime?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Default: what was refused or failed (status 400 and above) and every connection without requests, as JSON on standard
   * output. `[{}]`: every request. `[]`: nothing.
   */
  readonly accessLogs?: readonly AccessLogSettings[];
  /** Default: no spans. */
  readonly tracing?: TracingSettings;
  readonly stats?: StatsSettings;
  readonly http?: HttpSettings;
  /** Default: answers go out as they are. */
  readonly compression?: CompressionSettings;
  /** Default: services get requests as they come. */
  readonly buffering?: BufferingSettings;
  /** Filters of one's own. Default: none. */
  readonly extensions?: readonly EdgeExtension[];
  /** Servers that rules of access with `custom` ask, by the name that the rules give them. Default: none. */
  readonly authorisers?: Readonly<Record<string, AuthoriserSettings>>;
}

export interface ListenSettings {
  /** Default `0.0.0.0`: a door has to be open. */
  readonly address?: string;
  /** Default: the gateway's, 80 unless it says otherwise. */
  readonly http?: number;
  /** Default: the gateway's, 443 unless it says otherwise. */
  readonly https?: number;
  /** The port of HTTPS as clients see it, to which plain HTTP is redirected. Default: the gateway's. */
  readonly publicHttps?: number;
  /** Whether HTTP/3 is answered and offered as well, on the port of HTTPS by UDP. Default false. */
  readonly http3?: boolean;
  /** Ports of the gateway's TCP listeners, by name. Default: the gateway's. */
  readonly tcp?: Readonly<Record<string, number>>;
}

/** Files, all PEM. Rotated by moving a new one into place; no restart. */
export interface EdgeIdentity {
  readonly certificate: string;
  readonly key: string;
  /** Roots of the mesh. */
  readonly authorities: string;
}

export interface EdgeLimits {
  /** Connections from clients, all listeners together; more are refused. Default 50,000. */
  readonly connections?: number;
  /** Memory of the proxy in bytes. At 95 % it gives memory back, at 98 % it answers 503. Default 1 GiB. */
  readonly heapBytes?: number;
  /** How much of a request or an answer a connection holds before its sender has to wait. Default 32 KiB. */
  readonly bufferBytes?: number;
}

/** A site with every default filled in, and the gateway that it serves. */
export interface ResolvedSite extends Readonly<Omit<ParsedSite, "identity">> {
  readonly name: string;
  readonly gateway: string;
  readonly listen: Readonly<Required<ListenSettings>>;
  readonly identity: EdgeIdentity | "none";
}
