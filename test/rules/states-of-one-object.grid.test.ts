import { describe, expect, test } from "vitest";
import { overlappingPolicies } from "../../rules/mtls/overlapping-policies.ts";
import { addressOfSeveralGateways } from "../../rules/gateway-api/address-of-several-gateways.ts";
import { conflictingLabels } from "../../rules/namespaces/conflicting-labels.ts";
import { mergeOrder } from "../../rules/routing/merge-order.ts";
import { overlappingWorkloadSelectors } from "../../rules/sidecar/overlapping-workload-selectors.ts";
import { severalNamespaceSidecars } from "../../rules/sidecar/several-namespace-sidecars.ts";
import { overlappingTelemetrySelectors } from "../../rules/telemetry/overlapping-selectors.ts";
import { severalNamespaceTelemetries } from "../../rules/telemetry/several-namespace-telemetries.ts";
import { runRule } from "../../rules/run-rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";
import { deployment, object, to, virtualService, yaml } from "./manifests.ts";

const labels = { app: "cart" };
const workload = deployment("cart", "v1");
const egress = [{ hosts: ["./*"] }];

describe("states of one object, of which the last is applied, are no conflict; two objects are", () => {
  test.each([
    [
      severalNamespaceSidecars,
      (at: string) => object("networking.istio.io/v1", "Sidecar", at, { egress }),
    ],
    [
      overlappingWorkloadSelectors,
      (at: string) =>
        object("networking.istio.io/v1", "Sidecar", at, { workloadSelector: { labels }, egress }),
    ],
    [
      severalNamespaceTelemetries,
      (at: string) => object("telemetry.istio.io/v1", "Telemetry", at, { tracing: [{}] }),
    ],
    [
      overlappingTelemetrySelectors,
      (at: string) =>
        object("telemetry.istio.io/v1", "Telemetry", at, { selector: { matchLabels: labels } }),
    ],
    [
      overlappingPolicies,
      (at: string) =>
        object("security.istio.io/v1", "PeerAuthentication", at, { mtls: { mode: "STRICT" } }),
    ],
    [
      overlappingPolicies,
      (at: string) =>
        object("security.istio.io/v1", "PeerAuthentication", at, {
          selector: { matchLabels: labels },
        }),
    ],
    [
      mergeOrder,
      (at: string) =>
        virtualService(at, { route: [to("cart")] }).replace("hosts:", "gateways: [edge]\n  hosts:"),
    ],
    [
      addressOfSeveralGateways,
      (at: string) =>
        object("gateway.networking.k8s.io/v1", "Gateway", at, {
          gatewayClassName: "istio",
          addresses: [{ value: "10.0.0.1" }],
        }),
    ],
  ])("$id", (rule, state) => {
    const said = (...names: readonly string[]) =>
      runRule(graphOfYaml(yaml(workload, ...names.map(state))).graph, rule).length;
    expect(said("a", "a")).toBe(0);
    expect(said("a", "b")).toBe(2);
    expect(said("a", "b", "b")).toBe(3);
  });
});

test("an object of the cluster is in no namespace, whatever it says", () => {
  const text = `apiVersion: v1
kind: Namespace
metadata: { name: shop, namespace: web, labels: { istio-injection: enabled, istio.io/rev: a } }
`;
  const [finding] = runRule(graphOfYaml(text).graph, conflictingLabels);
  expect(finding?.origin.object).toEqual({ kind: "Namespace", name: "shop" });
});
