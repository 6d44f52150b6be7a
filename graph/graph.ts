import type { Milliseconds } from "../model/duration.ts";
import type { RequestMatch, RouteActions } from "../model/mesh.ts";
import type { Retries } from "../model/retries.ts";
import type { MtlsMode, Protocol } from "../model/vocabulary.ts";
import type { Path, Position } from "../diagnostics/index.ts";
import type { KubernetesObject } from "./objects/kubernetes-object.ts";

/**
 * The whole mesh with every reference resolved: what rules, reviews and targets read. Built from a model (`buildGraph`)
 * or lifted from manifests that nobody wrote with Heddle (`liftGraph`); both can be joined. A field that is `undefined`
 * where its comment says "unknown" could not be decided, and a rule must not treat it as good.
 */
export interface Graph {
  readonly services: readonly ServiceNode[];
  readonly workloads: readonly WorkloadNode[];
  readonly subsets: readonly SubsetNode[];
  readonly routes: readonly RouteNode[];
  readonly clientPolicies: readonly ClientPolicyNode[];
  readonly receiverModes: readonly ReceiverModeNode[];
  readonly access: readonly AccessNode[];
  readonly listeners: readonly ListenerNode[];
  readonly calls: readonly CallEdge[];
  /** What a model says; MeshConfig is among the objects. */
  readonly trustDomains: readonly TrustDomainNode[];
  /** Every object as it was read, also of kinds that no node is made of; empty where a model was built. */
  readonly objects: readonly KubernetesObject[];
}

/** Where a node was written. */
export interface Origin {
  /** Place in the author's data or in the manifest. */
  readonly path: Path;
  /** Human name of the source: the model's name, a manifest's `Kind namespace/name`. */
  readonly source: string;
  readonly position?: Position;
  /** Pulumi URN, when lifted from a stack. */
  readonly urn?: string;
  /** The object, when lifted; without a namespace where it states none. */
  readonly object?: ObjectReference;
}

/** How an object names itself. */
export interface ObjectReference {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Something that can be called. `host` is the fully qualified DNS name. */
export interface ServiceNode {
  readonly id: ServiceId;
  readonly name: string;
  readonly namespace: string;
  readonly host: string;
  readonly external: boolean;
  readonly ports: readonly {
    readonly name: string;
    readonly number: number;
    readonly protocol: Protocol;
  }[];
  /** Labels that select its workloads; undefined for an external service. */
  readonly selector?: Readonly<Record<string, string>>;
  readonly origin: Origin;
}
export type ServiceId = `${string}/${string}`;

/** A virtual pod: what a workload's template will create. */
export interface WorkloadNode {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined: unknown. */
  readonly replicas?: number;
  readonly serviceAccount: string;
  /** Whether it has a proxy; undefined: unknown. */
  readonly inMesh?: boolean;
  readonly origin: Origin;
}

/** A named part of a host's workloads that routes can send to. */
export interface SubsetNode {
  readonly host: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/** An ordered list of rules for one or more hosts. */
export interface RouteNode {
  readonly name: string;
  readonly namespace: string;
  readonly hosts: readonly string[];
  /** Names of the gateways it is attached to, `mesh` for the sidecars. */
  readonly gateways: readonly string[];
  /** At a gateway that sees connections, no requests: how it tells them apart. Only in a graph that was built. */
  readonly connections?: ConnectionMatch;
  readonly rules: readonly RouteRuleNode[];
  /** Host of the service whose route it is; undefined where it was lifted, or where every rule is of a part. */
  readonly service?: string;
  readonly origin: Origin;
}

/** Connections of one port of a gateway: those that ask for the route's hosts (SNI), or all of its hosts' listeners. */
export interface ConnectionMatch {
  readonly by: "sni" | "port";
  /** Port of the gateway. */
  readonly port: number;
  /** Port of the service. */
  readonly to: number;
}

export interface RouteRuleNode {
  readonly name: string;
  readonly matches: readonly RuleMatch[];
  readonly destinations: readonly Destination[];
  readonly timeout?: Milliseconds;
  readonly retries?: Retries;
  readonly mirror?: MirrorDestination;
  /** Undefined where it was lifted. With an answer of the proxy itself there are no destinations. */
  readonly actions?: RouteActions;
  /** The part of a gateway's host that it is for; undefined where nothing is handed over. Only in a graph that was built. */
  readonly part?: HostPart;
  /** Services that own this rule as callers; undefined: all callers. */
  readonly callers?: readonly ServiceId[];
  readonly origin: Origin;
}

/** A part of a host that is handed over to another service: all matches of its rules are below the path. */
export interface HostPart {
  /** Its own among the parts of the host: the name of the service, with a number where that has several. */
  readonly name: string;
  readonly path: string;
  /** Host of the service. */
  readonly service: string;
  /** What the service sees in place of the path; undefined: the path. Rewrites of its rules say so already. */
  readonly rewrite?: string;
}

/** All of what it says together. */
export interface RuleMatch extends RequestMatch {
  /** Services that the request comes from, any of them; undefined: everybody. */
  readonly sources?: readonly ServiceId[];
  /** Number of the port of the route's service that the request was sent to; undefined: whichever. */
  readonly sentTo?: number;
}

export interface Destination {
  /** Fully qualified where it could be resolved. */
  readonly host: string;
  readonly subset?: string;
  readonly port?: number;
  /** Percent; 100 for a single destination without a weight. */
  readonly weight: number;
  readonly origin: Origin;
}

/** Who gets copies of requests. */
export interface MirrorDestination {
  readonly host: string;
  readonly subset?: string;
  readonly percent: number;
}

/** What clients do to reach a host. */
export interface ClientPolicyNode {
  readonly host: string;
  readonly subset?: string;
  /** TLS that the client starts: `mutual` is the mesh's own identity. */
  readonly tls: "none" | "simple" | "mutual";
  /** The one port of the service that it holds for; undefined: every port. */
  readonly port?: number;
  /** Ports of the service with TLS of their own, for which it does not hold. */
  readonly exceptPorts?: readonly number[];
  readonly origin: Origin;
}

/** What receivers accept. Nearest scope wins: port, workload, namespace, mesh. */
export interface ReceiverModeNode {
  readonly scope:
    | { readonly kind: "mesh" }
    | { readonly kind: "namespace"; readonly namespace: string }
    | {
        readonly kind: "workload";
        readonly namespace: string;
        readonly labels: Readonly<Record<string, string>>;
      };
  readonly mode: MtlsMode;
  readonly ports: Readonly<Record<number, MtlsMode>>;
  readonly origin: Origin;
}

/** A rule of access. */
export interface AccessNode {
  readonly name: string;
  readonly namespace: string;
  readonly action: "allow" | "deny" | "audit" | "custom";
  /** True when at least one rule matches every request of everybody. */
  readonly matchesEverything: boolean;
  readonly origin: Origin;
}

/** One host of a gateway; `*` where a port takes connections for every host. */
export interface ListenerNode {
  /** `namespace/name` of the gateway. */
  readonly gateway: string;
  readonly host: string;
  readonly tls: boolean;
  readonly origin: Origin;
}

/** Whose identities a mesh has. */
export interface TrustDomainNode {
  readonly domain: string;
  /** Domains whose identities count as those of this one. */
  readonly aliases: readonly string[];
  readonly origin: Origin;
}

/** Service A uses service B, with the effective policy of that edge (call over route, field by field). */
export interface CallEdge {
  readonly from: ServiceId;
  readonly to: ServiceId;
  readonly timeout?: Milliseconds;
  readonly retries?: Retries;
  readonly idempotent?: boolean;
  /** The called service whose route leads here; undefined: it is called by its own name. */
  readonly via?: ServiceId;
  /** Percent of the running requests that all retries together may be; undefined where nobody said one. */
  readonly retryBudget?: number;
  readonly origin: Origin;
}
