import type { Loss, Target } from "../target.ts";
import { compileEnvoy, type EdgeSites } from "./compile-envoy.ts";

/** Requests between services never come by. */
function inside(what: string): Loss {
  return {
    loss: `a proxy at the edge does not see ${what}`,
    nearest: "compile the mesh to a target with a proxy beside each service as well, such as istio",
  };
}

const otherService: Loss = {
  loss: "a proxy at the edge knows only the services that its hosts lead to, so nothing is mirrored",
  nearest: "mirror to a version of the same service, or compile to target istio",
};

const machines: Loss = {
  loss: "a proxy at the edge knows the addresses that its site names, or those of the Service",
  nearest:
    "name the addresses of the machines in the endpoints of its site, or compile to target istio",
};

const ownHost: Loss = {
  loss: "a proxy at the edge looks the host up by DNS, which may not know it: it does not find instances by their labels",
  nearest:
    "name the addresses of the instances in the endpoints of its site, let DNS know the host, or compile to target istio",
};

const callersElsewhere: Loss = {
  loss: "a proxy of an egress gateway forwards what it gets, and nobody leads callers to it",
  nearest:
    "point callers at it by HTTP_PROXY and HTTPS_PROXY or by DNS, or compile to target istio",
};

const noAuthoriser: Loss = {
  loss: "a proxy at the edge asks only the external authorisers that its site knows",
  nearest: "name the authoriser in the authorisers of every site",
};

const noPlace: Loss = {
  loss: "a proxy at the edge knows where it and its endpoints are only from its site",
  nearest: "say locality in every site and at its endpoints, or compile to target istio",
};

/** Its reports go to servers that only the site can reach. */
function bySite(setting: string): Loss {
  return {
    loss: `what a proxy at the edge reports is said by its site, in ${setting}`,
    nearest: `say it in ${setting} of every site, or compile to target istio`,
  };
}

/** Whether every site has some; that it has those that are asked is checked at the site. */
function knowsAuthorisers(sites: EdgeSites = {}): boolean {
  const all = Object.values(sites);
  return all.length > 0 && all.every(({ authorisers = {} }) => Object.keys(authorisers).length > 0);
}

/** Whether every site says where it is; that its endpoints do as well is checked at the site. */
function knowsPlaces(sites: EdgeSites = {}): boolean {
  const all = Object.values(sites);
  return all.length > 0 && all.every(({ locality }) => locality !== undefined);
}

/** Envoy at the edge without a control plane: the gateways of a mesh, each a proxy with its own configuration. */
export const envoyTarget: Target = createEnvoyTarget();

/** The same, for sites that say where the services are. */
export function createEnvoyTarget(sites?: EdgeSites): Target {
  return {
    name: "envoy",
    features: {
      "services/versions": "yes",
      "services/headless": "yes",
      "services/host": ownHost,
      "services/machines": machines,
      "services/machine-group": machines,
      "services/external": inside("what services call"),
      "services/external-tls": inside("what services call"),
      "services/external-through": callersElsewhere,
      "ports/http": "yes",
      "ports/http2": "yes",
      "ports/grpc": "yes",
      "ports/tcp": inside("connections between services"),
      "ports/tls": inside("connections between services"),
      "calls/timeout": inside("calls between services, so nobody keeps the caller's deadline"),
      "calls/retries": inside("calls between services, so nobody retries them"),
      "services/visibility": inside("what services hear of"),
      "services/visibility-elsewhere": inside("what services hear of"),
      "discovery/declared-calls": inside("what services hear of"),
      "discovery/unknown-hosts": inside("what services hear of"),
      "policy/load-balancing": "yes",
      "policy/consistent-hash": "yes",
      "policy/warm-up": "yes",
      "policy/locality": knowsPlaces(sites) ? "yes" : noPlace,
      "policy/connections": "yes",
      "policy/outlier-detection": "yes",
      "policy/retry-budget": "yes",
      "policy/inside": inside("requests from inside, so the policy holds only at the gateway"),
      "limits/local": "yes",
      "limits/global": "yes",
      "limits/other-service": {
        loss: "an edge proxy counts the requests of a host for the service that the host leads to, wherever a rule of it sends them",
        nearest:
          "let each service have a path of the host with `paths`, or count in the proxies of the services with target istio",
      },
      "limits/outside": "yes",
      "routes/inside": inside("requests from inside, so the route holds only at the gateway"),
      "routes/one-version": "yes",
      "routes/split": "yes",
      "routes/other-service": "yes",
      "routes/match-path": "yes",
      "routes/match-path-text": "yes",
      "routes/match-header": "yes",
      "routes/match-no-header": "yes",
      "routes/match-method": "yes",
      "routes/match-query": "yes",
      "routes/match-authority": "yes",
      "routes/match-port": "yes",
      "routes/match-caller": inside("which service calls, so the rule holds for nobody here"),
      "routes/timeout": "yes",
      "routes/retries": "yes",
      "routes/per-try-timeout": "yes",
      "routes/retry-on-status": "yes",
      "routes/retry-on-condition": "yes",
      "routes/retry-backoff": "yes",
      "routes/retry-max-backoff": "yes",
      "routes/retry-same-host": "yes",
      "routes/retry-other-localities": knowsPlaces(sites) ? "yes" : noPlace,
      "routes/rewrite-path": "yes",
      "routes/rewrite-prefix": "yes",
      "routes/rewrite-host": "yes",
      "routes/redirect": "yes",
      "routes/respond": "yes",
      "routes/headers": "yes",
      "routes/cors": "yes",
      "routes/cors-pattern": "yes",
      "routes/fault": "yes",
      "routes/mirror-version": "yes",
      "routes/mirror-service": otherService,
      // Towards the services. What they accept is up to them.
      "trust/mtls-strict": "yes",
      "trust/mtls-permissive": "yes",
      "trust/mtls-disabled": "yes",
      "trust/mtls-scopes": "yes",
      "trust/outside": "yes",
      "trust/aliases": {
        loss: "a proxy at the edge talks only to identities of the trust domain itself",
        nearest: "compile the mesh to target istio, or move the services behind it first",
      },
      "gateways/http": "yes",
      "gateways/https": "yes",
      "gateways/redirect-to-https": "yes",
      "gateways/http-beside-https": "yes",
      "gateways/several-certificates": "yes",
      "gateways/client-certificates": "yes",
      "gateways/tls-version": "yes",
      "gateways/passthrough": "yes",
      "gateways/tls-to-tcp": "yes",
      "gateways/tcp": "yes",
      "gateways/ports": "yes",
      "gateways/egress": "yes",
      "gateways/wildcard-host": "yes",
      "gateways/paths": "yes",
      "gateways/paths-rewrite": "yes",
      "gateways/login": "yes",
      // The edge calls what its gateway leads to, under its own identity; whom services let in is up to them.
      "access/declared-calls": "yes",
      "access/operations": inside("calls between services, so nobody checks their operations"),
      "access/services": inside("requests from inside, so the rule is not checked"),
      "access/gateways": "yes",
      "access/audit": {
        loss: "a proxy at the edge marks no requests: its access log has all of them",
        nearest: "read the access log, and remove the rule",
      },
      "access/custom": knowsAuthorisers(sites) ? "yes" : noAuthoriser,
      "access/tokens": "yes",
      "authentication/services": inside("requests from inside, so nobody looks for a token there"),
      "authentication/gateways": "yes",
      "extensions/services": inside("requests from inside, so nothing runs at services"),
      "extensions/gateways": "yes",
      "telemetry/logs": bySite("accessLogs"),
      "telemetry/traces": bySite("tracing"),
      "telemetry/metrics": bySite("stats"),
      "extensions/wasm": "yes",
      "extensions/wasm-image": {
        loss: "a proxy at the edge fetches files, and no images of a registry, so that the module does not run",
        nearest:
          "give an https URL of the module, put its file into the extensions of the site, or compile the gateway to target istio",
      },
    },
    compile: (mesh, graph, report) => compileEnvoy(mesh, graph, report, sites),
  };
}
