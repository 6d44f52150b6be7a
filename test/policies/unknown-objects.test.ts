import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rightMesh } from "../e2e/policy-gate/wrong-meshes.ts";
import { startPolicyServer, type PolicyServer, type Violation } from "./policy-server.ts";
import { stackOf } from "./stack-of.ts";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

let server: PolicyServer;
beforeAll(async () => {
  server = await startPolicyServer(join(import.meta.dirname, "../../policies/baseline"));
});
afterAll(() => server.stop());

/** What the pack says of the right mesh with these objects beside it. */
function withObjects(yaml: string): Promise<readonly Violation[]> {
  return server.analyzeStack(stackOf(`${rightMesh}\n---\n${yaml}`));
}

const policiesOf = (violations: readonly Violation[]) =>
  new Set(violations.map(({ policy }) => policy));
/** The rules that found a fault. */
const faultsOf = (violations: readonly Violation[]) =>
  new Set(violations.flatMap(({ policy, rule }) => (policy === "undecided" ? [] : (rule ?? []))));

const telemetry = (label: string) => `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: traces, namespace: shop }
spec: { selector: { matchLabels: { app: ${label} } } }`;

const webhook = (name: string, path: string) => `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: injector, labels: { app: sidecar-injector } }
webhooks:
  - name: ${name}
    clientConfig: { service: { name: istiod, namespace: istio-system, path: "${path}" } }
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]`;

describe("rules over objects that only lie in `objects`", () => {
  test("see the objects of a stack", async () => {
    expect(faultsOf(await withObjects(telemetry("crat")))).toEqual(
      new Set(["telemetry/selector-without-workload"]),
    );
    expect(faultsOf(await withObjects(webhook("a.istio.io", "/inject")))).toContain(
      "webhooks/unknown-service",
    );
  });

  test("do not find fault with a value that is not known", async () => {
    const violations = await withObjects(telemetry(unknown));
    expect(policiesOf(violations)).toEqual(new Set(["undecided"]));
    expect(violations.map(({ message }) => message).join("\n")).toContain(
      "info  Telemetry shop/traces",
    );
  });

  test("do not find missing what may be the object without a name, or with unknown labels", async () => {
    const later = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: later, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: later } }
  template:
    metadata: { labels: { app: ${unknown} } }
    spec: { serviceAccountName: later, containers: [{ name: app, image: later }] }`;
    const violations = await withObjects(`${telemetry("crat")}\n---${later}`);
    expect(faultsOf(violations)).not.toContain("telemetry/selector-without-workload");
    expect(violations.map(({ message }) => message).join("\n")).toMatch(
      /HED\d{4} info {2}Telemetry shop\/traces.*\n.*could not be decided/,
    );
  });

  test("a fault at a place above an unknown value is an open question", async () => {
    const violations = await withObjects(webhook("a.istio.io", unknown));
    expect(faultsOf(violations)).not.toContain("webhooks/unknown-service");
    expect(policiesOf(violations)).toContain("undecided");
  });
});

describe("an object that no rule complains of, with a value that is not known", () => {
  const account = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: job, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { serviceAccountName: web, hostNetwork: ${unknown}, containers: [{ name: app, image: web }] }`;

  test("is shown as not checked in full", async () => {
    const violations = await withObjects(account);
    expect(violations).toMatchObject([{ policy: "undecided", level: "advisory" }]);
    expect(violations[0]?.message).toContain(
      "`spec.template.spec.hostNetwork` is not known before the deploy",
    );
    expect(violations[0]?.urn).toContain("Deployment::job");
  });

  test("a Secret that no gateway uses is nobody's question", async () => {
    const secret = (name: string) => `
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: shop }
data: { password: ${unknown} }`;
    expect(await withObjects(secret("database"))).toEqual([]);
    expect(policiesOf(await withObjects(secret(unknown)))).toEqual(new Set(["undecided"]));
  });
});
