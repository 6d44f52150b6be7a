import type { Feature } from "../targets/features.ts";
import type { TrafficProof } from "./traffic-proofs.ts";

/** Tests of Istio's proxies alone, by the title of what measures them. */
export function istioProofs(): readonly TrafficProof[] {
  const routing = "test/e2e/routing.e2e.test.ts";
  const access = "test/e2e/access.e2e.test.ts";
  const discovery = "test/e2e/discovery.e2e.test.ts";
  const ownHost = "test/e2e/own-host.e2e.test.ts";
  const extensions = "test/e2e/extensions.e2e.test.ts";
  const doorsFile = "test/e2e/doors.e2e.test.ts";
  const otherServices = "test/e2e/other-services.e2e.test.ts";
  const hostPaths = "test/e2e/host-paths.e2e.test.ts";
  const titles: readonly (readonly [string, string, readonly Feature[]])[] = [
    [routing, "a header that must be absent", ["routes/match-no-header"]],
    [routing, "two query parameters", ["routes/match-query"]],
    [routing, "the host asked for", ["routes/match-authority"]],
    [routing, "the port that was called", ["routes/match-port"]],
    [routing, "the calling service", ["routes/match-caller"]],
    [routing, "a gRPC method", ["ports/grpc"]],
    [
      discovery,
      "a proxy hears only of declared calls, and of what their routes send to",
      ["discovery/declared-calls"],
    ],
    [
      discovery,
      "a host that a proxy does not hear of is refused by that proxy",
      ["discovery/declared-calls", "discovery/unknown-hosts"],
    ],
    [discovery, "a service is heard of where it is visible", ["services/visibility"]],
    [
      discovery,
      "a headless service is reached by mutual TLS, at the instance that the caller chose",
      ["services/headless"],
    ],
    [
      ownHost,
      "its rules and weights reach its pods and its machine, by mutual TLS",
      ["services/host"],
    ],
    [discovery, "a machine answers for its service, on a port of its own", ["services/machines"]],
    [discovery, "machines have shares of the requests by their weights", ["services/machines"]],
    [
      discovery,
      "a port of HTTP/2 is spoken to in HTTP/2, and another one in what its caller speaks",
      ["ports/http2"],
    ],
    [
      discovery,
      "a WebSocket passes both proxies, and outlives the deadline of its route",
      ["ports/http"],
    ],
    [
      discovery,
      "a machine registers itself, and has requests while it is ready",
      ["services/machine-group"],
    ],
    [access, "a declared call passes", ["access/declared-calls"]],
    [access, "a call that nobody declared is refused", ["access/declared-calls"]],
    [access, "a call does what it declares, and nothing else", ["access/operations"]],
    [access, "a deny wins over a declared call", ["access/services"]],
    [access, "a port of its own mode takes plaintext from outside", ["trust/mtls-scopes"]],
    [
      access,
      "a service without a proxy is called in plaintext, and is nobody where it calls",
      ["trust/outside"],
    ],
    [
      access,
      "an identity of a former trust domain gets in while that is an alias",
      ["trust/aliases"],
    ],
    [
      access,
      "a permissive mesh takes mutual TLS and plaintext, and rules by identity hold",
      ["trust/mtls-permissive"],
    ],
    [access, "a mesh without mutual TLS takes plaintext from everybody", ["trust/mtls-disabled"]],
    [access, "a token is required", ["authentication/services"]],
    [access, "a claim opens the door", ["access/tokens"]],
    [
      extensions,
      "requests pass the extensions in the order of the list, answers the other way",
      ["extensions/services"],
    ],
    [
      extensions,
      "a module is fetched by the proxy, by itself or out of an image, and runs in it",
      ["extensions/wasm", "extensions/wasm-image"],
    ],
    [
      extensions,
      "an authoriser is asked, and one that does not answer lets nobody in",
      ["access/custom"],
    ],
    [extensions, "an audit marks the requests that its rule fits, and no others", ["access/audit"]],
    [extensions, "lines of a log are those that its filter lets through", ["telemetry/logs"]],
    [extensions, "spans go to their provider, from the service that says so", ["telemetry/traces"]],
    [
      hostPaths,
      "a rule of the service holds below its path, and there alone",
      ["gateways/paths", "access/declared-calls"],
    ],
    [
      otherServices,
      "a caller gets by the rule where it is declared, and nowhere else",
      ["routes/other-service", "access/declared-calls", "access/operations"],
    ],
    [
      otherServices,
      "requests count for the service that a rule leads to, by the path that it gets",
      ["limits/other-service"],
    ],
    [doorsFile, "a script of the gateway answers by itself", ["extensions/gateways"]],
    [
      doorsFile,
      "plain HTTP of a host with a certificate is sent to HTTPS, at the port where that is",
      ["gateways/ports"],
    ],
    [
      doorsFile,
      "plain HTTP of a host with a certificate is answered or refused where the host says so",
      ["gateways/http-beside-https"],
    ],
    [
      doorsFile,
      "a host shows each client a certificate of the kind that it understands",
      ["gateways/several-certificates"],
    ],
    [doorsFile, "TLS ends at the gateway, and what is inside is no HTTP", ["gateways/tls-to-tcp"]],
    [doorsFile, "a gateway looks for the token of a host", ["authentication/gateways"]],
    [
      doorsFile,
      "a wildcard passes through beside a host whose requests need a token",
      ["gateways/passthrough", "authentication/gateways"],
    ],
    [
      doorsFile,
      "a service that ends TLS itself is called through the mesh by its own name",
      ["ports/tls"],
    ],
    [
      doorsFile,
      "what leaves goes through the gateway, which starts TLS to a server that proves its name",
      ["services/external-tls"],
    ],
    [doorsFile, "a service outside is found by its DNS name", ["services/external"]],
    [doorsFile, "connections of plain TCP are split by weight", ["ports/tcp"]],
  ];
  return titles.flatMap(([file, title, list]) =>
    list.map((feature) => ({ target: "istio", feature, title, file })),
  );
}
