import type { Loss, Target } from "../target.ts";
import { compileGatewayApi } from "./compile-gateway-api.ts";
import type { GatewayApiOptions } from "./gateway-api-options.ts";

const callers: Loss = {
  loss: "a route bound to a Service holds for every caller, and one of a caller's own for its whole namespace",
  nearest:
    "move the policy to the called service's route, or keep the VirtualService of target istio",
};

const retries: Loss = {
  loss: "the standard channel has no retries, and an implementation may retry by its own default",
  nearest:
    "use the experimental channel where it is installed, or retry in the caller; for class istio set meshConfig.defaultHttpRetryPolicy",
};

const conditions: Loss = {
  loss: "a retry of the Gateway API names status codes only; what else is retried is up to the implementation",
  nearest: 'name status codes in the experimental channel, such as "503"',
};

const absence: Loss = {
  loss: "a match of the Gateway API wants headers to be there, never to be absent, so the match is left out",
  nearest: "write a rule for requests with the header first, and let the route take the others",
};

const authority: Loss = {
  loss: "the hosts of the Gateway API are those of a whole route, so the match is left out",
  nearest: "give the service a host of its own at a gateway, or compile to target istio",
};

const sources: Loss = {
  loss: "a route of the Gateway API does not know who calls, so the match is left out",
  nearest: "have the callers send a header and match that, or compile to target istio",
};

const prefixes: Loss = {
  loss: "its prefixes are whole elements of a path, where the model's are text, so the path stays as it is",
  nearest: "write the whole path with rewrite.path.full, or compile to target istio",
};

const answers: Loss = {
  loss: "no rule of the Gateway API answers by itself, so that these requests get 500",
  nearest: "redirect them, or compile to target istio",
};

const origins: Loss = {
  loss: "origins are names or *, not prefixes or regular expressions, so these are left out",
  nearest: "name each origin, or compile to target istio",
};

const faults: Loss = {
  loss: "the Gateway API has no made-up faults, so requests are sent on as they are",
  nearest: "inject faults on target istio",
};

const details: Loss = {
  loss: "which instance a retry goes to, and the longest pause, are up to the implementation",
  nearest: "leave them out, or keep the VirtualService of target istio",
};

const destinations: Loss = {
  loss: "it has no stable word for how the instances of a Service are reached, so the implementation's defaults hold",
  nearest:
    "apply the DestinationRule of target istio beside it for class istio, or what another implementation has for it",
};

const limits: Loss = {
  loss: "it has no word for how many requests a Service takes",
  nearest:
    "apply the EnvoyFilter of target istio beside it for class istio, or what another implementation has for it",
};

const machines: Loss = {
  loss: "its routes send to Services, whose instances are found by Kubernetes",
  nearest:
    "apply the WorkloadEntries and WorkloadGroups of target istio beside it for class istio, or EndpointSlices with the addresses",
};

const ownHost: Loss = {
  loss: "its routes send to Services, so it gets one, and its callers have to use the name of that in the cluster",
  nearest: "call it by that name, or compile to target istio",
};

const discovery: Loss = {
  loss: "what a proxy hears of is outside the Gateway API",
  nearest:
    "apply the objects of target istio beside it for class istio, or what another implementation has for it",
};

const trust: Loss = {
  loss: "what a service accepts is outside the Gateway API",
  nearest:
    "apply the PeerAuthentication of target istio beside it for class istio, or what another implementation has for it",
};

const access: Loss = {
  loss: "who may call what is outside the Gateway API",
  nearest:
    "apply the AuthorizationPolicies of target istio beside it for class istio, or what another implementation has for it",
};

const tokens: Loss = {
  loss: "the Gateway API has no word for tokens, so that nobody checks them",
  nearest:
    "apply the RequestAuthentications and AuthorizationPolicies of target istio beside it for class istio, or what another implementation has for it",
};

const telemetry: Loss = {
  loss: "what proxies report is outside the Gateway API",
  nearest:
    "apply the Telemetry of target istio beside it for class istio, or what another implementation has for it",
};

const extensions: Loss = {
  loss: "code in a proxy is outside the Gateway API",
  nearest:
    "apply the TrafficExtensions of target istio beside it for class istio, or what another implementation has for it",
};

/** The Gateway API of Kubernetes, standard channel, class `istio`. */
export const gatewayApiTarget: Target = createGatewayApiTarget();

/** The same for another class or channel. */
export function createGatewayApiTarget(options: GatewayApiOptions = {}): Target {
  const experimental = options.channel === "experimental";
  return {
    name: "gateway-api",
    features: {
      "services/versions": "yes",
      "services/headless": "yes",
      "services/host": ownHost,
      "services/machines": machines,
      "services/machine-group": machines,
      "services/external": {
        loss: "its routes send to Services, and it has no word for a host outside the cluster",
        nearest:
          "apply the ServiceEntry of target istio beside it, or a Service of type ExternalName",
      },
      "services/external-tls": {
        loss: "it has no word for a host outside the cluster, and so none for TLS towards it",
        nearest: "use the objects of target istio, or start TLS in the caller",
      },
      "services/external-through": {
        loss: "it has no word for a way out of the mesh",
        nearest: "use the objects of target istio, or an egress gateway of the implementation",
      },
      "ports/http": "yes",
      "ports/http2": "yes",
      "ports/grpc": "yes",
      "ports/tcp": "yes",
      "ports/tls": "yes",
      "calls/timeout": callers,
      "calls/retries": callers,
      "services/visibility": discovery,
      "services/visibility-elsewhere": discovery,
      "discovery/declared-calls": discovery,
      "discovery/unknown-hosts": discovery,
      "policy/load-balancing": destinations,
      "policy/consistent-hash": destinations,
      "policy/warm-up": destinations,
      "policy/locality": destinations,
      "policy/connections": destinations,
      "policy/outlier-detection": destinations,
      "policy/retry-budget": destinations,
      "policy/inside": destinations,
      "limits/local": limits,
      "limits/global": limits,
      "limits/other-service": limits,
      "limits/outside": limits,
      "routes/inside": "yes",
      "routes/one-version": "yes",
      "routes/split": "yes",
      "routes/other-service": "yes",
      "routes/match-path": "yes",
      "routes/match-path-text": "yes",
      "routes/match-header": "yes",
      "routes/match-no-header": absence,
      "routes/match-method": "yes",
      "routes/match-query": "yes",
      "routes/match-authority": authority,
      "routes/match-port": "yes",
      "routes/match-caller": sources,
      "routes/timeout": "yes",
      "routes/retries": experimental ? "yes" : retries,
      "routes/per-try-timeout": "yes",
      "routes/retry-on-status": experimental ? "yes" : retries,
      "routes/retry-on-condition": conditions,
      "routes/retry-backoff": experimental ? "yes" : retries,
      "routes/retry-max-backoff": details,
      "routes/retry-same-host": details,
      "routes/retry-other-localities": details,
      "routes/rewrite-path": "yes",
      "routes/rewrite-prefix": prefixes,
      "routes/rewrite-host": "yes",
      "routes/redirect": "yes",
      "routes/respond": answers,
      "routes/headers": "yes",
      "routes/cors": "yes",
      "routes/cors-pattern": origins,
      "routes/fault": faults,
      "routes/mirror-version": "yes",
      "routes/mirror-service": "yes",
      "trust/mtls-strict": trust,
      "trust/mtls-permissive": trust,
      "trust/mtls-disabled": trust,
      "trust/mtls-scopes": trust,
      "trust/outside": "yes",
      "trust/aliases": trust,
      "gateways/http": "yes",
      "gateways/https": "yes",
      "gateways/redirect-to-https": "yes",
      "gateways/http-beside-https": "yes",
      "gateways/several-certificates": "yes",
      "gateways/client-certificates": {
        loss: "it asks for client certificates at a whole port of a gateway, never at one host",
        nearest: "use the Gateway of target istio, or set spec.tls.frontend for the whole port",
      },
      "gateways/tls-version": {
        loss: "the oldest version of TLS is up to the implementation",
        nearest: "use the Gateway of target istio, or what the implementation has in tls.options",
      },
      "gateways/passthrough": "yes",
      "gateways/tls-to-tcp": "yes",
      "gateways/tcp": "yes",
      "gateways/ports": "yes",
      "gateways/egress": {
        loss: "it has no word for a way out of the mesh",
        nearest: "use the objects of target istio, or an egress gateway of the implementation",
      },
      "gateways/wildcard-host": "yes",
      "gateways/paths": "yes",
      "gateways/paths-rewrite": "yes",
      "gateways/login": {
        loss: "the Gateway API has no word for people who log in, so that everybody gets in",
        nearest:
          "use what the implementation has for it, or an edge proxy of target envoy before it",
      },
      "access/declared-calls": access,
      "access/operations": access,
      "access/services": access,
      "access/gateways": access,
      "access/audit": access,
      "access/custom": access,
      "access/tokens": access,
      "authentication/services": tokens,
      "authentication/gateways": tokens,
      "extensions/services": extensions,
      "extensions/gateways": extensions,
      "extensions/wasm": extensions,
      "extensions/wasm-image": extensions,
      "telemetry/logs": telemetry,
      "telemetry/traces": telemetry,
      "telemetry/metrics": telemetry,
    },
    compile: (mesh, graph, report) => compileGatewayApi(mesh, graph, report, options),
  };
}
