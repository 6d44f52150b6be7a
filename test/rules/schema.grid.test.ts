import { describe, expect, test } from "vitest";
import { liftGraph } from "../../graph/lift-graph.ts";
import { createReport } from "../../diagnostics/index.ts";
import { printPath } from "../../diagnostics/index.ts";
import { runRule } from "../../rules/run-rule.ts";
import { schemaRules } from "../../rules/schema/index.ts";
import { celProblem } from "../../rules/schema/values/cel.ts";
import { durationNanoseconds } from "../../rules/schema/values/duration.ts";
import { headerValueProblem } from "../../rules/schema/values/header-value.ts";
import { subnetProblem } from "../../rules/schema/values/ip.ts";
import { regexProblem } from "../../rules/schema/values/re2.ts";

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
      "fail schema/virtual-service: spec.http[0].retries.per_try_timeout",
    ]);
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

describe("values", () => {
  test.each([
    ["1.001s", 1_001_000_000],
    ["1h30m", 5_400_000_000_000],
    ["-3ms", -3_000_000],
    ["5", undefined],
    ["", undefined],
  ])("the duration %s", (text, expected) => {
    expect(durationNanoseconds(text)).toBe(expected);
  });

  test.each([
    ["(?i)cart-[0-9]+", true],
    ["(?P<name>a)\\pL\\Q(\\E[[:alpha:]]", true],
    ["a(?=b)", false],
    ["(a)\\1", false],
    ["a{1001}", false],
    ["(a", false],
    ["a**", false],
  ])("the regular expression %s", (text, sound) => {
    expect(regexProblem(text) === undefined).toBe(sound);
  });

  test.each([
    ["100%%", true],
    ["%REQ(x-a)% and %START_TIME%", true],
    ['%METADATA(["a", "b"])%', true],
    ["50%", false],
    ["%START_TIME%%", false],
  ])("the header value %s", (text, sound) => {
    expect(headerValueProblem(text) === undefined).toBe(sound);
  });

  test.each([
    ["response.code >= 400 && has(request.headers.x)", true],
    ["request.headers['a'] in ['b', 'c',] ? {'k': 1}.k == 1 : !connection.mtls", true],
    ["a b", false],
    ["(a", false],
    ["a &&", false],
    ["has(a)", false],
  ])("the expression %s", (text, sound) => {
    expect(celProblem(text) === undefined).toBe(sound);
  });

  test.each([
    ["10.0.0.0/8", true],
    ["2001:db8::1", true],
    ["2001:db8::/129", false],
    ["10.0.0/8", false],
    ["10.0.0.1/08", false],
  ])("the range %s", (text, sound) => {
    expect(subnetProblem(text) === undefined).toBe(sound);
  });
});
