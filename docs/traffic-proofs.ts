import { actionScenarios } from "../test/e2e/same-behaviour/action-scenarios.ts";
import type { Scenario } from "../test/e2e/same-behaviour/scenario.ts";
import {
  callerScenarios,
  gatewayScenarios,
  scenarios,
} from "../test/e2e/same-behaviour/scenarios.ts";
import { doors } from "../test/e2e/same-behaviour/doors.ts";
import type { Feature } from "../targets/features.ts";
import { istioProofs } from "./istio-proofs.ts";
import { policyProofs } from "./policy-proofs.ts";

/** A test that measures with requests what a target does with a feature. */
export interface TrafficProof {
  readonly target: string;
  readonly feature: Feature;
  /** The test's own title. */
  readonly title: string;
  /** Where that title is written. */
  readonly file: string;
}

const folder = "test/e2e/same-behaviour";

/** The scenarios that run unchanged on each target, by the features that each of them needs. */
function sameBehaviour(): readonly TrafficProof[] {
  return [
    ...proofs(`${folder}/scenarios.ts`, scenarios, callerScenarios, gatewayScenarios),
    ...proofs(`${folder}/action-scenarios.ts`, actionScenarios),
  ];
}

function proofs(
  file: string,
  everywhere: readonly Scenario[],
  atCallers: readonly Scenario[] = [],
  atGateways: readonly Scenario[] = [],
): readonly TrafficProof[] {
  return doors.flatMap(({ target, at }) => {
    const here = [...everywhere, ...(at === "caller" ? atCallers : atGateways)];
    const able = here.filter(({ features }) =>
      features.every((feature) => target.features[feature] === "yes"),
    );
    return able.flatMap(({ title, features }) =>
      // Requests from a caller's own proxy are what a route inside the mesh is.
      [...features, ...(at === "caller" ? (["routes/inside"] as const) : [])].map((feature) => ({
        target: target.name,
        feature,
        title,
        file,
      })),
    );
  });
}

/** Tests of one target alone. */
const others: readonly TrafficProof[] = [
  {
    target: "istio",
    feature: "trust/mtls-strict",
    title: "strict mTLS: plaintext from outside the mesh",
    file: "demo/scenarios/plaintext.ts",
  },
  {
    target: "istio",
    feature: "calls/timeout",
    title: "timeout: an upstream that is too slow",
    file: "demo/scenarios/timeout.ts",
  },
  {
    target: "istio",
    feature: "calls/retries",
    title: "retries: an upstream that fails twice",
    file: "demo/scenarios/retries.ts",
  },
  {
    target: "istio",
    feature: "gateways/client-certificates",
    title: "only who shows a certificate of the clients' authority gets in",
    file: "test/e2e/doors.e2e.test.ts",
  },
  {
    target: "istio",
    feature: "gateways/tls-version",
    title: "an older version of TLS than the host's oldest is refused",
    file: "test/e2e/doors.e2e.test.ts",
  },
  {
    target: "istio",
    feature: "gateways/passthrough",
    title: "TLS passes through by its name, and the service ends it with its own certificate",
    file: "test/e2e/doors.e2e.test.ts",
  },
  {
    target: "istio",
    feature: "gateways/redirect-to-https",
    title: "plain HTTP of a host with a certificate is sent to HTTPS, at the port where that is",
    file: "test/e2e/doors.e2e.test.ts",
  },
  {
    target: "istio",
    feature: "gateways/tcp",
    title: "connections of plain TCP are split by weight",
    file: "test/e2e/doors.e2e.test.ts",
  },
  {
    target: "istio",
    feature: "services/external-through",
    title:
      "what leaves goes through the gateway, which starts TLS to a server that proves its name",
    file: "test/e2e/doors.e2e.test.ts",
  },
  {
    target: "istio",
    feature: "gateways/egress",
    title:
      "what leaves goes through the gateway, which starts TLS to a server that proves its name",
    file: "test/e2e/doors.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "gateways/egress",
    title: "passes by the name that they ask for",
    file: "test/e2e/edge-egress.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "extensions/wasm",
    title: "a module is fetched before the first request, and works",
    file: "test/e2e/edge-modules.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "policy/locality",
    title: "go to the places that are named, and those that are left out get nothing",
    file: "test/e2e/edge-localities.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "routes/retry-other-localities",
    title: "retries leave the place where the request failed",
    file: "test/e2e/edge-localities.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "ports/http",
    title: "a WebSocket passes, by the rules of the service, also where others are buffered",
    file: "test/e2e/edge-web-sockets.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "ports/grpc",
    title: "carries gRPC",
    file: "test/e2e/edge-proxy-tls.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "routes/other-service",
    title: "of another service are reached at the port that gets the requests, and by its own host",
    file: "test/e2e/edge-upstreams.e2e.test.ts",
  },
  {
    target: "envoy",
    feature: "trust/mtls-strict",
    title: "the proxy shows its identity and talks only to the service's",
    file: "test/e2e/edge-proxy-tls.e2e.test.ts",
  },
];

/** Ingresses, served by istiod. */
function lowest(): readonly TrafficProof[] {
  const file = "test/e2e/same-behaviour.e2e.test.ts";
  const paths = "a path of an Ingress leads to its version";
  const byPath: readonly Feature[] = [
    "services/versions",
    "ports/http",
    "routes/one-version",
    "routes/match-path",
    "gateways/http",
  ];
  const parts = "a path of an Ingress leads to the service of its part";
  const certificate = "an Ingress shows the certificate of its host";
  return [
    ...byPath.map((feature) => ({ target: "ingress", feature, title: paths, file })),
    { target: "ingress", feature: "gateways/https", title: certificate, file },
    { target: "ingress", feature: "gateways/paths", title: parts, file },
    { target: "ingress", feature: "routes/other-service", title: parts, file },
  ];
}

/** People who log in. */
const logins: readonly TrafficProof[] = [
  ...[
    "who is not logged in is sent to the provider",
    "the code of a login becomes cookies that let requests pass",
    "a forged cookie does not let anybody in",
    "public paths need no login, and what only begins alike does",
  ].map((title) => ({ target: "envoy", title, file: "test/e2e/edge-login.e2e.test.ts" })),
  ...[
    "a gateway sends who is not logged in to the provider",
    "at a gateway, the code of a login becomes cookies that let requests pass",
    "a gateway asks for a login at its own hosts alone",
    "at a gateway, neither a forged cookie nor a stranger's code lets anybody in",
    "a host of a gateway that requires the token gets it from the login",
    "a new key of the cookies reaches a running gateway, and old logins end",
  ].map((title) => ({ target: "istio", title, file: "test/e2e/gateway-login.e2e.test.ts" })),
].map((each) => ({ ...each, feature: "gateways/login" }));

/** Every one of them, in the order in which the page names them. */
export const trafficProofs: readonly TrafficProof[] = [
  ...sameBehaviour(),
  ...istioProofs(),
  ...policyProofs(),
  ...lowest(),
  ...others,
  ...logins,
];
