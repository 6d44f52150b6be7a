import type { Loss, Target } from "../target.ts";
import { compileIngress } from "./compile-ingress.ts";
import type { IngressOptions } from "./ingress-options.ts";

/** Requests between services never come by. */
function inside(what: string): Loss {
  return {
    loss: `an Ingress does not see ${what}`,
    nearest: "compile the mesh to a target with a proxy beside each service as well, such as istio",
  };
}

const machines: Loss = {
  loss: "an Ingress sends to Services, whose instances are found by Kubernetes",
  nearest: "add EndpointSlices with the addresses to the Service, or compile to target istio",
};

const ownHost: Loss = {
  loss: "an Ingress sends to Services, so it gets one where a gateway leads to it, and nobody inside knows its host",
  nearest: "call it by the name of the Service, or compile to target istio",
};

const protocols: Loss = {
  loss: "which protocol is spoken to a Service is up to the implementation, so it may be HTTP/1.1",
  nearest:
    "use one that reads appProtocol of the Service, as class istio does, or compile to target gateway-api",
};

const destinations: Loss = {
  loss: "an Ingress has no word for how the instances of a Service are reached, so the implementation's defaults hold",
  nearest: "compile to target istio or envoy, or use what the implementation has for it",
};

const limits: Loss = {
  loss: "an Ingress has no word for how many requests a Service takes",
  nearest: "compile to target istio or envoy, or use what the implementation has for it",
};

const weights: Loss = {
  loss: "a path of an Ingress leads to one Service, so all instances of all versions get their share alike",
  nearest: "compile to target gateway-api, or scale the versions by their weights",
};

const paths: Loss = {
  loss: "an Ingress compares whole elements of a path, so the match is left out",
  nearest: "let the prefix end with /, or compile to target gateway-api",
};

const matches: Loss = {
  loss: "an Ingress looks at host and path only, so the match is left out",
  nearest: "give these requests a path or a host of their own, or compile to target gateway-api",
};

const deadlines: Loss = {
  loss: "an Ingress has no deadlines, so those of the implementation hold",
  nearest: "keep the deadline in the service, or compile to target gateway-api",
};

const retries: Loss = {
  loss: "an Ingress has no retries, and an implementation may retry by its own default",
  nearest: "retry in the client, or compile to target gateway-api in its experimental channel",
};

const edits: Loss = {
  loss: "an Ingress sends requests and answers on as they are",
  nearest: "do it in the service, or compile to target gateway-api",
};

const answers: Loss = {
  loss: "an Ingress only sends requests on, so these go where they would without the rule",
  nearest: "answer in the service, or compile to target gateway-api",
};

const faults: Loss = {
  loss: "an Ingress makes up no faults, so requests are sent on as they are",
  nearest: "inject faults on target istio",
};

const copies: Loss = {
  loss: "an Ingress sends each request to one Service, so nothing is mirrored",
  nearest: "compile to target gateway-api",
};

const trust: Loss = {
  loss: "what a service accepts is outside an Ingress",
  nearest:
    "apply the PeerAuthentication of target istio beside it for class istio, or what another implementation has for it",
};

const telemetry: Loss = {
  loss: "what an implementation reports is outside an Ingress",
  nearest:
    "apply the Telemetry of target istio beside it for class istio, or what another implementation has for it",
};

const plainHttp: Loss = {
  loss: "what plain HTTP for a host with a certificate gets is up to the implementation, which mostly serves it",
  nearest: "redirect in the service, or compile to target gateway-api",
};

const certificates: Loss = {
  loss: "an Ingress shows one certificate for a host, so the first one is taken",
  nearest: "compile to target gateway-api or istio",
};

const tlsDetails: Loss = {
  loss: "an Ingress says which certificate is shown, and nothing else about TLS",
  nearest: "compile to target istio, or use what the implementation has for it",
};

const connections: Loss = {
  loss: "an Ingress routes HTTP requests only, so the listener is left out",
  nearest: "use a Service of type LoadBalancer, or compile to target istio or gateway-api",
};

const ports: Loss = {
  loss: "an Ingress is served at 80 and 443, or where the implementation listens",
  nearest:
    "expose the implementation's own Service on these ports, or compile to target gateway-api",
};

const wildcards: Loss = {
  loss: "a wildcard of an Ingress stands for one label, and an implementation may take more",
  nearest: "name each host, or compile to target gateway-api",
};

const access: Loss = {
  loss: "who may ask for what is outside an Ingress, so everybody gets in",
  nearest:
    "apply the AuthorizationPolicies of target istio beside it for class istio, or what another implementation has for it",
};

const tokens: Loss = {
  loss: "an Ingress has no word for tokens, so that nobody checks them",
  nearest:
    "apply the RequestAuthentications and AuthorizationPolicies of target istio beside it for class istio, or compile to target envoy",
};

const logins: Loss = {
  loss: "an Ingress has no word for people who log in, so that everybody gets in",
  nearest: "compile to target envoy, or use what the implementation has for it",
};

const extensions: Loss = {
  loss: "code in a proxy is outside an Ingress",
  nearest: "compile to target istio or envoy, or use what the implementation has for it",
};

/** Kubernetes' own Ingress, class `istio`. */
export const ingressTarget: Target = createIngressTarget();

/** The same for another class. */
export function createIngressTarget(options: IngressOptions = {}): Target {
  return {
    name: "ingress",
    features: {
      "services/versions": "yes",
      "services/headless": "yes",
      "services/host": ownHost,
      "services/machines": machines,
      "services/machine-group": machines,
      "services/external": inside("what services call"),
      "services/external-tls": inside("what services call"),
      "services/external-through": inside("what services call"),
      "ports/http": "yes",
      "ports/http2": protocols,
      "ports/grpc": protocols,
      "ports/tcp": inside("connections between services"),
      "ports/tls": inside("connections between services"),
      "calls/timeout": inside("calls between services, so nobody keeps the caller's deadline"),
      "calls/retries": inside("calls between services, so nobody retries them"),
      "services/visibility": inside("what services hear of"),
      "services/visibility-elsewhere": inside("what services hear of"),
      "discovery/declared-calls": inside("what services hear of"),
      "discovery/unknown-hosts": inside("what services hear of"),
      "policy/load-balancing": destinations,
      "policy/consistent-hash": destinations,
      "policy/warm-up": destinations,
      "policy/locality": destinations,
      "policy/connections": destinations,
      "policy/outlier-detection": destinations,
      "policy/retry-budget": destinations,
      "policy/inside": inside("requests from inside, so the policy holds for nobody"),
      "limits/local": limits,
      "limits/global": limits,
      "limits/other-service": limits,
      "limits/outside": limits,
      "routes/inside": inside("requests from inside, so the route holds only at the gateway"),
      "routes/one-version": "yes",
      "routes/split": weights,
      "routes/other-service": "yes",
      "routes/match-path": "yes",
      "routes/match-path-text": paths,
      "routes/match-header": matches,
      "routes/match-no-header": matches,
      "routes/match-method": matches,
      "routes/match-query": matches,
      "routes/match-authority": matches,
      "routes/match-port": "yes",
      "routes/match-caller": inside("which service calls, so the rule holds for nobody here"),
      "routes/timeout": deadlines,
      "routes/retries": retries,
      "routes/per-try-timeout": deadlines,
      "routes/retry-on-status": retries,
      "routes/retry-on-condition": retries,
      "routes/retry-backoff": retries,
      "routes/retry-max-backoff": retries,
      "routes/retry-same-host": retries,
      "routes/retry-other-localities": retries,
      "routes/rewrite-path": edits,
      "routes/rewrite-prefix": edits,
      "routes/rewrite-host": edits,
      "routes/redirect": answers,
      "routes/respond": answers,
      "routes/headers": edits,
      "routes/cors": edits,
      "routes/cors-pattern": edits,
      "routes/fault": faults,
      "routes/mirror-version": copies,
      "routes/mirror-service": copies,
      "trust/mtls-strict": trust,
      "trust/mtls-permissive": trust,
      "trust/mtls-disabled": trust,
      "trust/mtls-scopes": trust,
      "trust/outside": "yes",
      "trust/aliases": trust,
      "gateways/http": "yes",
      "gateways/https": "yes",
      "gateways/redirect-to-https": plainHttp,
      "gateways/http-beside-https": plainHttp,
      "gateways/several-certificates": certificates,
      "gateways/client-certificates": tlsDetails,
      "gateways/tls-version": tlsDetails,
      "gateways/passthrough": connections,
      "gateways/tls-to-tcp": connections,
      "gateways/tcp": connections,
      "gateways/ports": ports,
      "gateways/egress": inside("what leaves the mesh"),
      "gateways/wildcard-host": wildcards,
      "gateways/paths": "yes",
      "gateways/paths-rewrite": edits,
      "gateways/login": logins,
      "access/declared-calls": inside("calls between services, so nobody checks who calls"),
      "access/operations": inside("calls between services, so nobody checks who calls"),
      "access/services": inside("calls between services, so nobody checks who calls"),
      "access/gateways": access,
      "access/audit": access,
      "access/custom": access,
      "access/tokens": access,
      "authentication/services": inside("requests from inside, so nobody looks for a token there"),
      "authentication/gateways": tokens,
      "extensions/services": inside("requests from inside, so nothing runs at services"),
      "extensions/gateways": extensions,
      "extensions/wasm": extensions,
      "extensions/wasm-image": extensions,
      "telemetry/logs": telemetry,
      "telemetry/traces": telemetry,
      "telemetry/metrics": telemetry,
    },
    compile: (mesh, graph, report) => compileIngress(mesh, graph, report, options),
  };
}
