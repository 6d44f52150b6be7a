import { describe, expect, test } from "vitest";
import { liftGraph } from "../../graph/lift-graph.ts";
import { createReport } from "../../diagnostics/index.ts";
import { printPath } from "../../diagnostics/index.ts";
import { runRule } from "../../rules/run-rule.ts";
import { schemaRules } from "../../rules/schema/index.ts";

type Spec = Readonly<Record<string, unknown>>;

/** What all rules of the area say of one object: `rule: path`. */
function saidOf(apiVersion: string, kind: string, spec: Spec, more: Spec = {}): readonly string[] {
  const manifest = {
    apiVersion,
    kind,
    metadata: { name: "cart", namespace: "shop", ...more },
    spec,
  };
  const graph = liftGraph([{ manifest, origin: {} }], createReport());
  return schemaRules.flatMap((rule) =>
    runRule(graph, rule).map(
      ({ outcome, origin }) => `${outcome} ${rule.id}: ${printPath(origin.path)}`,
    ),
  );
}

const networking = "networking.istio.io/v1";
const hash = { httpHeaderName: "a", useSourceIp: true };

/** A spec that has a value at a place, as `http[0].match`. */
function at(place: string, value: unknown): Spec {
  const steps = place.replaceAll(/\[0\]/g, ".[]").split(".");
  return steps.reduceRight<unknown>(
    (below, step) => (step === "[]" ? [below] : { [step]: below }),
    value,
  ) as Spec;
}

const route = { route: [{ destination: { host: "cart" } }] };

describe("findings are at the field that is wrong", () => {
  test("several faults of one object", () => {
    const http = [{ ...route, timeout: "0s", retries: { attempts: 2, retryOn: "5xx,often" } }];
    expect(saidOf(networking, "VirtualService", { hosts: ["cart"], http })).toEqual([
      "fail schema/virtual-service: spec.http[0].retries.retryOn",
      "fail schema/virtual-service: spec.http[0].timeout",
    ]);
  });

  test.each([
    [
      "security.istio.io/v1",
      "RequestAuthentication",
      { jwtRules: [{ issuer: "a", spaceDelimitedClaims: [""] }] },
      "request-authentication: spec.jwtRules[0].spaceDelimitedClaims[0]",
    ],
    [
      "extensions.istio.io/v1alpha1",
      "WasmPlugin",
      { url: "oci://a/b", imagePullSecret: "" },
      "wasm-plugin: spec.imagePullSecret",
    ],
    [
      "extensions.istio.io/v1alpha1",
      "WasmPlugin",
      { url: "oci://a/b", pluginName: "" },
      "wasm-plugin: spec.pluginName",
    ],
    [
      "networking.istio.io/v1alpha3",
      "EnvoyFilter",
      { configPatches: [{ applyTo: "HTTP_FILTER", match: { context: "WAYPOINT", listener: {} } }] },
      "envoy-filter: spec.configPatches[0].match",
    ],
    [
      "networking.istio.io/v1alpha3",
      "EnvoyFilter",
      {
        configPatches: [
          {
            applyTo: "HTTP_FILTER",
            match: { context: "WAYPOINT", waypoint: { portNumber: 65_536 } },
          },
        ],
      },
      "envoy-filter: spec.configPatches[0].match.waypoint.portNumber",
    ],
  ])("what only the definition of the kind refuses: %s %s", (version, kind, spec, place) => {
    expect(saidOf(version, kind, spec)).toContain(`fail schema/${place}`);
  });

  test.each([
    [networking, "VirtualService", "http[0].match[0].uri", { exact: "/", prefix: "/" }],
    [networking, "VirtualService", "http[0].match[0].headers.x", { exact: "a", regex: "b" }],
    [
      networking,
      "VirtualService",
      "http[0].redirect",
      { port: 1, derivePort: "FROM_REQUEST_PORT" },
    ],
    [networking, "DestinationRule", "subsets[0].trafficPolicy.loadBalancer.consistentHash", hash],
    [networking, "WorkloadGroup", "probe", { exec: {}, tcpSocket: {} }],
    ["telemetry.istio.io/v1", "Telemetry", "tracing[0].customTags.a", { literal: {}, header: {} }],
    [
      "networking.istio.io/v1alpha3",
      "EnvoyFilter",
      "configPatches[0].match",
      { cluster: {}, listener: {} },
    ],
  ])("fields that exclude each other: %s %s %s", (version, kind, place, value) => {
    const finding = `fail schema/exclusive-fields: spec.${place}`;
    expect(saidOf(version, kind, at(place, value))).toContain(finding);
    const [first = ""] = Object.keys(value);
    const alone = { [first]: (value as Spec)[first] };
    expect(saidOf(version, kind, at(place, alone))).not.toContain(finding);
    const other = Object.fromEntries(Object.keys(value).map((name) => [name, null]));
    expect(saidOf(version, kind, at(place, { ...other, ...alone }))).not.toContain(finding);
  });

  test("a map of ports without ports, and a body that is no Base64", () => {
    const none = { selector: { matchLabels: { app: "cart" } }, portLevelMtls: {} };
    expect(saidOf("security.istio.io/v1", "PeerAuthentication", none)).toEqual([
      "fail schema/peer-authentication: spec.portLevelMtls",
    ]);
    const answer = (bytes: string) =>
      saidOf(networking, "VirtualService", {
        hosts: ["cart"],
        http: [{ directResponse: { status: 200, body: { bytes } } }],
      });
    expect(answer("a b")).toEqual([
      "fail schema/virtual-service: spec.http[0].directResponse.body.bytes",
    ]);
    expect(answer("eHg=")).toEqual([]);
  });

  test("names as in Protobuf are read, and kept in the place", () => {
    const http = [{ ...route, retries: { attempts: 2, per_try_timeout: "0s" } }];
    expect(saidOf(networking, "VirtualService", { hosts: ["cart"], http })).toEqual([
      "fail schema/unknown-field: spec.http[0].retries.per_try_timeout",
      "fail schema/virtual-service: spec.http[0].retries.per_try_timeout",
    ]);
  });

  test("a target has no name as in Protobuf", () => {
    const spec = { target_refs: [{ kind: "Service", name: "cart" }], action: "DENY", rules: [{}] };
    expect(saidOf("security.istio.io/v1", "AuthorizationPolicy", spec)).toEqual([
      "fail schema/unknown-field: spec.target_refs",
    ]);
  });

  test("numbers in quotes, and numbers of words, are refused by the API server", () => {
    const http = [{ route: [{ destination: { host: "cart", port: { number: "80" } } }] }];
    expect(saidOf(networking, "VirtualService", { hosts: ["cart"], http })).toEqual([
      "fail schema/not-as-defined: spec.http[0].route[0].destination.port.number",
    ]);
    const trafficPolicy = { loadBalancer: { simple: 2 }, outlierDetection: { interval: "1s" } };
    expect(saidOf(networking, "DestinationRule", { host: "cart", trafficPolicy })).toEqual([
      "fail schema/not-as-defined: spec.trafficPolicy.loadBalancer.simple",
    ]);
  });

  test.each([
    ["RequestAuthentication", "true", { jwtRules: [{ issuer: "a" }] }, true],
    ["AuthorizationPolicy", "maybe", { rules: [{}] }, true],
    ["AuthorizationPolicy", "true", { action: "AUDIT", rules: [{}] }, true],
    ["AuthorizationPolicy", "true", { rules: [{}] }, false],
  ])("the trial of a %s as %s", (kind, tried, spec, refused) => {
    const said = saidOf("security.istio.io/v1", kind, spec, {
      annotations: { "istio.io/dry-run": tried },
    });
    expect(said.some((each) => each.endsWith('metadata.annotations["istio.io/dry-run"]'))).toBe(
      refused,
    );
  });

  test("annotations of Istio's own", () => {
    const annotations = { "internal.istio.io/parents": "a" };
    expect(saidOf(networking, "DestinationRule", { host: "cart" }, { annotations })).toEqual([
      'fail schema/destination-rule: metadata.annotations["internal.istio.io/parents"]',
    ]);
  });

  test("a port that is null is the port 0", () => {
    expect(saidOf(networking, "WorkloadEntry", { address: "1.2.3.4", ports: { a: null } })).toEqual(
      ["fail schema/workload-entry: spec.ports.a"],
    );
  });

  test.each([
    ["123", true],
    ["10.0.0.1", true],
    ["*.shop.svc", true],
    ["egress.shop.svc", false],
  ])("the proxy of a Sidecar at %s", (host, refused) => {
    const egressProxy = { host, port: { number: 80 } };
    const spec = { outboundTrafficPolicy: { mode: "ALLOW_ANY", egressProxy } };
    const found = "fail schema/sidecar: spec.outboundTrafficPolicy.egressProxy.host";
    expect(saidOf(networking, "Sidecar", spec)).toEqual(refused ? [found] : []);
  });

  test("an object with a value of the wrong type has no other findings", () => {
    const spec = { hosts: ["-"], http: [{ ...route, mirrorPercent: "many" }] };
    expect(saidOf(networking, "VirtualService", spec)).toEqual([
      "fail schema/wrong-type: spec.http[0].mirrorPercent",
    ]);
  });

  test("what the lift reports is not reported again", () => {
    expect(saidOf(networking, "VirtualService", { hosts: "cart" })).toEqual([]);
  });

  test("warnings that Istio forgets are given", () => {
    const trafficPolicy = { outlierDetection: { consecutiveErrors: 5 } };
    const spec = { host: "cart", subsets: [{ name: "v1", trafficPolicy }] };
    const path = "spec.subsets[0].trafficPolicy.outlierDetection.consecutiveErrors";
    expect(saidOf(networking, "DestinationRule", spec)).toEqual([
      `fail schema/destination-rule-warnings: ${path}`,
    ]);
  });

  test("a version that is not served is left alone", () => {
    expect(saidOf("networking.istio.io/v9", "VirtualService", {})).toEqual([]);
  });

  test("an empty list is as if it were not set", () => {
    const spec = { action: "DENY", rules: [] };
    expect(saidOf("security.istio.io/v1", "AuthorizationPolicy", spec)).toEqual([
      "fail schema/authorization-policy: spec",
    ]);
  });
});
