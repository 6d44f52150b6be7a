import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadAll } from "js-yaml";
import { z } from "zod";
import type { Manifest } from "../../graph/index.ts";
import { runHeddle } from "../cli/run-heddle.ts";
import { prepareIstio, type IstioGround } from "./istio-ground.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";

// What somebody sees who may read one namespace only, on a real API server that enforces it.

let folder: string;
let ground: IstioGround;
let reader: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heddle-reader-"));
  reader = join(folder, "kubeconfig");
  ground = await prepareIstio(kubeconfig);
  await ground.apply(loadAll(objects) as Manifest[]);
  const token = await kubectl(kubeconfig, ["create", "token", "reader", "--namespace=mine"]);
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  config.users = config.users.map(({ name }) => ({ name, token: token.trim() }));
  await writeFile(reader, config.exportConfig());
}, 240_000);

afterAll(async () => {
  await ground.remove();
  await rm(folder, { recursive: true, force: true });
}, 240_000);

describe("heddle check of single namespaces", () => {
  test("needs rights in them only, and what lies elsewhere is undecided", async () => {
    const { exitCode, found, unknown } = await check(reader, ["--namespace", "mine"]);
    expect({ exitCode, found }).toEqual({ exitCode: 1, found: ["HED4003 mine/near"] });
    expect(unknown).toContain("HED4003 mine/far");
    expect(unknown).toContain("HED4200 mine/far");
  });

  test("answers questions about files in the same way", async () => {
    const file = join(folder, "route.yaml");
    await writeFile(file, route("file", "near") + route("other", "far.theirs.svc.cluster.local"));
    const { found, unknown } = await check(reader, [file, "-n", "mine"]);
    expect({ found, unknown }).toEqual({ found: [], unknown: ["HED4003 mine/other"] });
  });

  test("knows what is missing once the other namespace is read too", async () => {
    const { found, unknown } = await check(kubeconfig, ["-n", "mine", "-n", "theirs"]);
    expect(found).toEqual(["HED4003 mine/near", "HED4200 mine/far"]);
    expect(unknown).toEqual([]);
  });

  test("says nothing of other namespaces", async () => {
    const { exitCode, found } = await check(kubeconfig, ["--namespace=theirs"]);
    expect({ exitCode, found }).toEqual({ exitCode: 0, found: [] });
  });

  test.each([
    ["without rights", () => reader, ["--namespace", "theirs"], "HED1067"],
    ["that does not exist", () => kubeconfig, ["--namespace", "nowhere"], "HED1067"],
    ["beside all of them", () => kubeconfig, ["-A", "-n", "mine"], "HED1016"],
    ["all of them, without rights", () => reader, ["--all-namespaces"], "HED1067"],
  ])("refuses a namespace %s", async (_, account, args, code) => {
    const { exitCode, stderr } = await runHeddle(["check", ...args], {
      env: { KUBECONFIG: account() },
    });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2 });
    expect(stderr).toContain(code);
  });
});

const route = (name: string, host: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: mine }
spec:
  hosts: [${name}.example.com]
  gateways: [mesh]
  http: [{ route: [{ destination: { host: ${host} } }] }]
`;

const objects = `apiVersion: v1
kind: Namespace
metadata: { name: mine, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Namespace
metadata: { name: theirs, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: far, namespace: theirs }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: near, namespace: mine }
spec: { ports: [{ name: http, port: 80 }] }
${route("near", "nobody")}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: far, namespace: mine }
spec:
  hosts: [far.example.com]
  gateways: [theirs/edge]
  http: [{ route: [{ destination: { host: far.theirs.svc.cluster.local } }] }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: reader, namespace: mine }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: heddle-check, namespace: mine }
rules:
  - apiGroups: ["", apps, batch, autoscaling, policy, networking.k8s.io, rbac.authorization.k8s.io]
    resources: ["*"]
    verbs: [list]
  - apiGroups:
      - networking.istio.io
      - security.istio.io
      - telemetry.istio.io
      - extensions.istio.io
      - gateway.networking.k8s.io
      - gateway.networking.x-k8s.io
      - argoproj.io
      - cert-manager.io
      - sailoperator.io
    resources: ["*"]
    verbs: [list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: heddle-check, namespace: mine }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: heddle-check }
subjects: [{ kind: ServiceAccount, name: reader, namespace: mine }]
`;

async function check(account: string, args: readonly string[]) {
  const { exitCode, stdout, stderr } = await runHeddle(
    ["check", ...args, "--severity", "warning", "--json"],
    { env: { KUBECONFIG: account } },
  );
  const { diagnostics, unknown } = output.parse(JSON.parse(stdout === "" ? stderr : stdout));
  const names = (list: typeof diagnostics) =>
    list
      .map(({ code, resource: { namespace, name } }) => `${code} ${namespace ?? ""}/${name}`)
      .sort();
  return { exitCode, found: names(diagnostics), unknown: names(unknown) };
}

const findings = z.array(
  z.object({
    code: z.string(),
    resource: z.object({ namespace: z.string().optional(), name: z.string() }),
  }),
);
const output = z.object({ diagnostics: findings, unknown: findings });
