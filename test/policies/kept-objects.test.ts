import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isPassedOver } from "../../policies/adapter/passed-over.ts";
import { readStack } from "../../policies/adapter/read-stack.ts";

const root = join(import.meta.dirname, "../..");

/** The types (`group/Kind`) that rules, and the questions that they ask, name in their source. */
function namedTypes(): ReadonlySet<string> {
  const folders = ["rules", "graph/kinds", "graph/lift", "graph/objects"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".doc.ts"))
      // Lists kinds of all sorts, only to tell where they live.
      .filter((file) => file !== "cluster-scoped.ts")
      .map((file) => join(root, folder, file)),
  );
  const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
  return new Set(Array.from(text.matchAll(/"([a-z0-9.]*\/[A-Z]\w+)"/g), ([, type]) => type ?? ""));
}

/** Annotations and labels look like a type and are none. */
const noTypes = new Set(["istio.io/WaypointBound"]);

test("no kind that a rule names is passed over", () => {
  const types = [...namedTypes()].filter((type) => !noTypes.has(type));
  expect(types.length).toBeGreaterThan(30);
  const lost = types.filter((type) => {
    const [group = "", kind = ""] = type.split("/");
    return isPassedOver(group === "" ? "v1" : `${group}/v1`, kind);
  });
  expect(lost).toEqual([]);
});

describe("of the resources of a stack", () => {
  const kindsOf = (...types: string[]) =>
    readStack(types.map((type) => ({ type, urn: type, props: {} }))).manifests.map(
      ({ manifest }) => `${manifest.apiVersion} ${manifest.kind}`,
    );

  test("objects are kept, of Kubernetes, of Istio and of what nobody knows", () => {
    const types = [
      "kubernetes:core/v1:Secret",
      "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration",
      "kubernetes:networking.istio.io/v1alpha3:EnvoyFilter",
      "kubernetes:cert-manager.io/v1:Certificate",
    ];
    expect(kindsOf(...types)).toEqual([
      "v1 Secret",
      "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration",
      "networking.istio.io/v1alpha3 EnvoyFilter",
      "cert-manager.io/v1 Certificate",
    ]);
  });

  test("of a release of Helm is kept where it goes, and none of its values", () => {
    const { manifests } = readStack([
      {
        type: "kubernetes:helm.sh/v3:Release",
        urn: "urn:pulumi:dev::shop::kubernetes:helm.sh/v3:Release::cache",
        props: { namespace: "shop", values: { password: "hunter2" }, chart: "cache" },
      },
    ]);
    expect(manifests.map(({ manifest }) => manifest)).toEqual([
      {
        apiVersion: "helm.sh/v3",
        kind: "Release",
        namespace: "shop",
        metadata: { name: "cache" },
      },
    ]);
  });

  test("what is no object, and what no rule reads, is passed over", () => {
    const types = [
      "kubernetes:helm.sh/v4:Chart",
      "kubernetes:yaml/v2:ConfigGroup",
      "kubernetes:kustomize/v2:Directory",
      "kubernetes:apps/v1:DeploymentPatch",
      "kubernetes:core/v1:ServiceList",
      "kubernetes:rbac.authorization.k8s.io/v1:Role",
      "kubernetes:core/v1:PersistentVolumeClaim",
      "pulumi:providers:kubernetes",
      "aws:s3/bucket:Bucket",
    ];
    expect(kindsOf(...types)).toEqual([]);
  });

  test("an API version that is gone is kept, for the rule that says so", () => {
    expect(kindsOf("kubernetes:rbac.authorization.k8s.io/v1beta1:ClusterRole")).toEqual([
      "rbac.authorization.k8s.io/v1beta1 ClusterRole",
    ]);
  });

  test("the schemas of a definition are left out, and nothing else of it", () => {
    const version = { name: "v1", served: true };
    const spec = (...versions: object[]) => ({ group: "a.example", versions });
    const [kept] = readStack([
      {
        type: "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
        urn: "urn",
        props: { metadata: { name: "a" }, spec: spec({ ...version, schema: { huge: true } }) },
      },
    ]).manifests;
    expect(kept?.manifest).toMatchObject({ metadata: { name: "a" }, spec: spec(version) });
    expect(JSON.stringify(kept)).not.toContain("huge");
  });

  test("a definition that is not known yet is kept as it is", () => {
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    for (const spec of [unknown, { versions: unknown }, { versions: [unknown] }]) {
      const type = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
      const { manifests } = readStack([{ type, urn: "urn", props: { spec } }]);
      expect(manifests[0]?.manifest["spec"]).toEqual(spec);
    }
  });
});
