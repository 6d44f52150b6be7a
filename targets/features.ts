import type { Path } from "../diagnostics/index.ts";
import type { Mesh } from "../model/index.ts";
import { usesOf, type FeatureUses } from "./feature-uses.ts";

/** One thing that a model can say, and that a target can or cannot express. */
export interface FeatureDefinition {
  /** For people, in the model's words. */
  readonly summary: string;
  /**
   * Where it takes effect: `gateway` on requests that come in at a gateway, `mesh` on those between services. A proxy
   * at the edge alone sees only the first.
   */
  readonly scope: "gateway" | "mesh";
}

/**
 * Everything that a mesh can ask of a target today. A closed list: a new word of the model is entered here, and then
 * no target compiles until it has decided on it.
 */
export const features = {
  "services/versions": { summary: "versions as destinations of their own", scope: "gateway" },
  "services/headless": {
    summary: "services without an address of their own",
    scope: "mesh",
  },
  "services/host": {
    summary: "services called by a host of their own, which no Service of Kubernetes has",
    scope: "gateway",
  },
  "services/machines": {
    summary: "instances outside Kubernetes, by address",
    scope: "gateway",
  },
  "services/machine-group": {
    summary: "instances outside Kubernetes that register themselves",
    scope: "gateway",
  },
  "services/external": {
    summary: "services outside the mesh, by DNS name, that callers reach themselves",
    scope: "mesh",
  },
  "services/external-tls": {
    summary: "TLS that callers' proxies start towards what is outside",
    scope: "mesh",
  },
  "services/external-through": {
    summary: "callers of a service outside are led through an egress gateway",
    scope: "mesh",
  },
  "ports/http": { summary: "ports that speak HTTP/1.1", scope: "gateway" },
  "ports/http2": { summary: "ports that speak HTTP/2", scope: "gateway" },
  "ports/grpc": { summary: "ports that speak gRPC", scope: "gateway" },
  "ports/tcp": { summary: "ports that speak plain TCP", scope: "mesh" },
  "ports/tls": { summary: "ports that speak opaque TLS", scope: "mesh" },
  "calls/timeout": { summary: "a deadline that one caller owns", scope: "mesh" },
  "calls/retries": { summary: "retries that one caller owns", scope: "mesh" },
  "services/visibility": {
    summary: "services that only some namespaces may see",
    scope: "mesh",
  },
  "services/visibility-elsewhere": {
    summary: "the same for Services that somebody else deploys",
    scope: "mesh",
  },
  "discovery/declared-calls": {
    summary: "proxies that hear only of what their service calls",
    scope: "mesh",
  },
  "discovery/unknown-hosts": {
    summary: "traffic to hosts that a proxy does not hear of, refused or passed on",
    scope: "mesh",
  },
  "policy/load-balancing": { summary: "random or round robin", scope: "gateway" },
  "policy/consistent-hash": {
    summary: "the same instance for the same header, cookie, parameter or address",
    scope: "gateway",
  },
  "policy/warm-up": { summary: "a new instance gets its share slowly", scope: "gateway" },
  "policy/locality": { summary: "shares by locality, and failover between them", scope: "mesh" },
  "policy/connections": {
    summary: "limits and times of connections other than the usual ones",
    scope: "gateway",
  },
  "policy/outlier-detection": {
    summary: "ejection of failing instances other than the usual one",
    scope: "gateway",
  },
  "policy/retry-budget": { summary: "a bound on all retries together", scope: "gateway" },
  "policy/inside": {
    summary: "policies and limits for callers inside the mesh",
    scope: "mesh",
  },
  "limits/local": {
    summary: "so many requests in a unit of time, counted by each instance",
    scope: "gateway",
  },
  "limits/global": {
    summary: "so many requests in a unit of time, counted by all instances together",
    scope: "gateway",
  },
  "limits/other-service": {
    summary: "limits of services of which one's route leads to the other",
    scope: "gateway",
  },
  "limits/outside": { summary: "limits of a service without proxies", scope: "gateway" },
  "routes/inside": { summary: "routes for callers inside the mesh", scope: "mesh" },
  "routes/one-version": { summary: "all requests to one version", scope: "gateway" },
  "routes/split": { summary: "weights over versions or services", scope: "gateway" },
  "routes/other-service": { summary: "rules that lead to another service", scope: "gateway" },
  "routes/match-path": {
    summary: "match by path: exact, or a prefix of whole elements",
    scope: "gateway",
  },
  "routes/match-path-text": {
    summary: "match by path: regex, or a prefix that ends inside an element",
    scope: "gateway",
  },
  "routes/match-header": {
    summary: "match by header: exact, prefix, regex, present",
    scope: "gateway",
  },
  "routes/match-no-header": { summary: "match by the absence of a header", scope: "gateway" },
  "routes/match-method": { summary: "match by method", scope: "gateway" },
  "routes/match-query": { summary: "match by query parameter", scope: "gateway" },
  "routes/match-authority": { summary: "match by the host asked for", scope: "gateway" },
  "routes/match-port": { summary: "match by the port that was called", scope: "gateway" },
  "routes/match-caller": { summary: "match by the calling service", scope: "mesh" },
  "routes/timeout": { summary: "a deadline for every request of a rule", scope: "gateway" },
  "routes/retries": { summary: "retries, counted, by condition", scope: "gateway" },
  "routes/per-try-timeout": { summary: "a deadline for each try", scope: "gateway" },
  "routes/retry-on-status": { summary: "retries by status code", scope: "gateway" },
  "routes/retry-on-condition": {
    summary: "retries by another condition, such as a refused connection",
    scope: "gateway",
  },
  "routes/retry-backoff": { summary: "a pause of its own before a retry", scope: "gateway" },
  "routes/retry-max-backoff": { summary: "a longest pause between tries", scope: "gateway" },
  "routes/retry-same-host": {
    summary: "retries that may go to the instance that failed",
    scope: "gateway",
  },
  "routes/retry-other-localities": {
    summary: "retries that leave the locality",
    scope: "mesh",
  },
  "routes/rewrite-path": { summary: "the whole path written anew", scope: "gateway" },
  "routes/rewrite-prefix": { summary: "a matched prefix written anew", scope: "gateway" },
  "routes/rewrite-host": { summary: "the host written anew", scope: "gateway" },
  "routes/redirect": { summary: "redirects by the proxy", scope: "gateway" },
  "routes/respond": { summary: "answers by the proxy", scope: "gateway" },
  "routes/headers": { summary: "headers set, added and removed", scope: "gateway" },
  "routes/cors": { summary: "pages of other origins, by name", scope: "gateway" },
  "routes/cors-pattern": { summary: "pages of other origins, by pattern", scope: "gateway" },
  "routes/fault": { summary: "made-up delays and failures", scope: "gateway" },
  "routes/mirror-version": { summary: "copies for a version", scope: "gateway" },
  "routes/mirror-service": { summary: "copies for another service", scope: "gateway" },
  "trust/mtls-strict": { summary: "only mutual TLS is accepted", scope: "mesh" },
  "trust/mtls-permissive": { summary: "mutual TLS and plaintext are accepted", scope: "mesh" },
  "trust/mtls-disabled": { summary: "plaintext only", scope: "mesh" },
  "trust/mtls-scopes": {
    summary: "a mode of its own for a namespace, a service or a port",
    scope: "mesh",
  },
  "trust/outside": { summary: "services of the model without a proxy", scope: "mesh" },
  "trust/aliases": { summary: "further names of the trust domain", scope: "mesh" },
  "gateways/http": { summary: "plain HTTP hosts", scope: "gateway" },
  "gateways/https": { summary: "HTTPS by SNI", scope: "gateway" },
  "gateways/redirect-to-https": {
    summary: "plain HTTP of a host with a certificate redirected to HTTPS",
    scope: "gateway",
  },
  "gateways/http-beside-https": {
    summary: "plain HTTP answered, or refused, for a host with a certificate",
    scope: "gateway",
  },
  "gateways/several-certificates": {
    summary: "certificates with keys of different kinds for one host",
    scope: "gateway",
  },
  "gateways/client-certificates": {
    summary: "clients show certificates, required or optional",
    scope: "gateway",
  },
  "gateways/tls-version": { summary: "TLS 1.3 as the oldest version", scope: "gateway" },
  "gateways/passthrough": {
    summary: "TLS that the service ends, routed by SNI",
    scope: "gateway",
  },
  "gateways/tls-to-tcp": {
    summary: "TLS that ends at the gateway, with no HTTP inside",
    scope: "gateway",
  },
  "gateways/tcp": { summary: "ports that take plain TCP", scope: "gateway" },
  "gateways/ports": { summary: "listeners on other ports than 80 and 443", scope: "gateway" },
  "gateways/egress": { summary: "gateways for what leaves the mesh", scope: "mesh" },
  "gateways/wildcard-host": { summary: "hosts `*.suffix`", scope: "gateway" },
  "gateways/paths": {
    summary: "paths of one host that lead to several services, each by the service's own route",
    scope: "gateway",
  },
  "gateways/paths-rewrite": {
    summary: "a part of a host whose service sees another path",
    scope: "gateway",
  },
  "gateways/login": { summary: "people log in at a host", scope: "gateway" },
  "access/declared-calls": {
    summary: "only declared callers get in",
    scope: "mesh",
  },
  "access/operations": { summary: "calls that name their operations", scope: "mesh" },
  "access/services": { summary: "rules of access at services", scope: "mesh" },
  "access/gateways": { summary: "rules of access at gateways", scope: "gateway" },
  "access/audit": { summary: "rules that mark requests for an audit", scope: "gateway" },
  "access/custom": { summary: "rules that ask an external authoriser", scope: "gateway" },
  "access/tokens": { summary: "rules of access on claims of a token", scope: "gateway" },
  "authentication/services": { summary: "tokens of end users at services", scope: "mesh" },
  "authentication/gateways": { summary: "tokens of end users at gateways", scope: "gateway" },
  "extensions/services": {
    summary: "code of one's own in the proxies of services, in order",
    scope: "mesh",
  },
  "extensions/gateways": {
    summary: "code of one's own in the proxies of gateways, in order",
    scope: "gateway",
  },
  "extensions/wasm": { summary: "modules of WebAssembly, pinned", scope: "gateway" },
  "extensions/wasm-image": {
    summary: "modules of WebAssembly in images of a registry",
    scope: "gateway",
  },
  "telemetry/logs": { summary: "access logs, filtered, by provider", scope: "gateway" },
  "telemetry/traces": { summary: "traces, sampled, with tags, by provider", scope: "gateway" },
  "telemetry/metrics": { summary: "metrics kept, dropped and relabelled", scope: "gateway" },
} as const satisfies Readonly<Record<string, FeatureDefinition>>;

/** Name of a feature, for example `routes/split`. Public: authors accept a loss by it. */
export type Feature = keyof typeof features;

/** Every feature, in the order of the list. */
export const featureNames = Object.keys(features) as readonly Feature[];

/**
 * Features that only concern requests between services. To accept them all as losses is right where the mesh is also
 * compiled to a target with a proxy beside each service.
 */
export const insideTheMesh: readonly Feature[] = featureNames.filter(
  (name) => features[name].scope === "mesh" && !name.startsWith("trust/"),
);

const known = new WeakMap<Mesh, ReadonlyMap<Feature, readonly Path[]>>();

/** The places of the author's data that use each feature; no entry where a mesh does not use one. */
export function featuresOf(mesh: Mesh): ReadonlyMap<Feature, readonly Path[]> {
  const found = known.get(mesh);
  if (found !== undefined) return found;
  const uses: FeatureUses<Feature> = usesOf(mesh);
  const used = new Map(
    featureNames.flatMap((name) => (uses[name].length === 0 ? [] : [[name, uses[name]] as const])),
  );
  known.set(mesh, used);
  return used;
}
