import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { istioImages } from "../../bench/images/index.ts";
import { createReport, HeddleError } from "../../diagnostics/index.ts";
import type { Manifest } from "../../graph/index.ts";
import { loadMesh } from "../../source/index.ts";
import { service } from "../../targets/kubernetes/index.ts";
import { istioAssets } from "../../tools/index.ts";
import { makeCertificates } from "../traffic/make-certificates.ts";
import { refusedMeshes } from "./goldens-on-server/refused-meshes.ts";
import { installGatewayApi } from "./setup/install-gateway-api.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";
import { openStack, type OpenStack } from "./setup/open-stack.ts";

// What our output is worth: a real API server and a real istiod read every golden, and what random meshes become.

const cases = join(import.meta.dirname, "../cases");
const certificates = mkdtempSync(join(tmpdir(), "heddle-goldens-"));
let stack: OpenStack;
let tls: { readonly certificate: string; readonly key: string };

beforeAll(async () => {
  tls = await makeCertificates(certificates);
  await installGatewayApi(kubeconfig);
  const program = join(import.meta.dirname, "control-plane/index.ts");
  stack = await openStack(program, kubeconfig, {
    "test:charts": (await istioAssets()).charts,
    "test:hub": istioImages.hub,
    "test:tag": istioImages.tag,
  });
  await stack.up();
  const namespaces = new Set(
    ["istio", "kubernetes", "gateway-api", "ingress"].flatMap((kind) =>
      casesWith(kind).flatMap((name) => golden(name, kind).flatMap(namespaceOf)),
    ),
  );
  await apply([...namespaces].filter((name) => name !== "istio-system").map(namespace));
});
afterAll(async () => {
  rmSync(certificates, { recursive: true, force: true });
  const made = ["delete", "namespaces", "--selector=heddle.test/goldens", "--wait=false"];
  await kubectl(kubeconfig, made);
  await stack.close();
});

describe.each(["istio", "kubernetes", "ingress"])("%s.yaml", (kind) => {
  // A dry run leaves nothing that another one could meet.
  const besideEachOther = { concurrent: true };
  test.each(casesWith(kind))(
    "the API server and its webhooks take %s",
    besideEachOther,
    async (name) => {
      const dryRun = ["apply", "--server-side", "--dry-run=server", "--filename=-"];
      await kubectl(kubeconfig, dryRun, list(golden(name, kind)));
    },
  );
});

describe("any right mesh", () => {
  test("the API server and its webhooks take what it becomes", async () => {
    expect(await refusedMeshes(kubeconfig, 300)).toEqual([]);
  }, 600_000);
});

describe("gateway-api.yaml", () => {
  test.each(casesWith("gateway-api"))("istiod works with %s", async (name) => {
    const objects = golden(name, "gateway-api");
    const all = [...surroundings(name, objects), ...objects];
    await apply(all);
    try {
      await untilAccepted(objects, 30_000).catch(async () => {
        await touch(objects);
        await untilAccepted(objects, 90_000);
      });
    } finally {
      await kubectl(kubeconfig, ["delete", "--filename=-", "--ignore-not-found"], list(all));
      await untilProxiesAreGone();
    }
  });
});

async function untilAccepted(objects: readonly Manifest[], timeout: number): Promise<void> {
  const args = ["get", "--filename=-", "--output=json", "--ignore-not-found"];
  const accepted = async (): Promise<void> => {
    const read = itemsSchema.parse(JSON.parse(await kubectl(kubeconfig, args, list(objects))));
    expect(read.items.flatMap(refusals)).toEqual([]);
  };
  await vi.waitFor(accepted, { timeout, interval: 100 });
}

/**
 * Lets istiod look again. It drops a status when another write to the object was faster (`NewManager` in
 * pilot/pkg/status/manager.go): once in some thousand objects none of two minutes brought an answer.
 */
async function touch(objects: readonly Manifest[]): Promise<void> {
  await kubectl(kubeconfig, ["annotate", "--filename=-", "heddle.test/touched=yes"], list(objects));
}

const conditions = z.array(z.looseObject({ type: z.string(), status: z.string() }));
const statusSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  spec: z.looseObject({ parentRefs: z.array(z.unknown()).default([]) }).default({ parentRefs: [] }),
  status: z
    .object({
      conditions: conditions.default([]),
      listeners: z.array(z.object({ name: z.string(), conditions })).default([]),
      parents: z.array(z.object({ conditions })).default([]),
    })
    .prefault({}),
});
const itemsSchema = z.object({ items: z.array(statusSchema) });

/** What istiod does not say yes to, each with its own words. */
function refusals({ kind, metadata, spec, status }: z.infer<typeof statusSchema>): string[] {
  const lacks = (where: string, said: z.infer<typeof conditions>, types: readonly string[]) =>
    types
      .filter((type) => !said.some((each) => each.type === type && each.status === "True"))
      .map((type) => `${kind} ${metadata.name}${where}: not ${type}: ${JSON.stringify(said)}`);
  if (kind === "Gateway") {
    return [
      ...lacks("", status.conditions, ["Accepted", "Programmed"]),
      ...status.listeners.flatMap((each) =>
        lacks(` ${each.name}`, each.conditions, ["Accepted", "ResolvedRefs", "Programmed"]),
      ),
    ];
  }
  if (!kind.endsWith("Route")) return [];
  if (status.parents.length < spec.parentRefs.length) return [`${kind} ${metadata.name}: unread`];
  return status.parents.flatMap((each) => lacks("", each.conditions, ["Accepted", "ResolvedRefs"]));
}

/** What istiod made for a gateway goes after it, and would go after the next one of the same name as well. */
async function untilProxiesAreGone(): Promise<void> {
  const selector = "--selector=gateway.networking.k8s.io/gateway-name";
  const args = ["get", "deployments,services", "--all-namespaces", selector, "--output=name"];
  const gone = async (): Promise<void> => {
    expect(await kubectl(kubeconfig, args)).toBe("");
  };
  await vi.waitFor(gone, {
    timeout: 60_000,
    interval: 100,
  });
}

function casesWith(kind: string): readonly string[] {
  return readdirSync(cases).filter((name) => existsSync(join(cases, name, `${kind}.yaml`)));
}

function golden(name: string, kind: string): readonly Manifest[] {
  const documents = parseAllDocuments(readFileSync(join(cases, name, `${kind}.yaml`), "utf8"));
  return [...documents].map((each) => each.toJS() as Manifest);
}

function namespaceOf({ metadata }: Manifest): readonly string[] {
  return metadata.namespace === undefined ? [] : [metadata.namespace];
}

function namespace(name: string): Manifest {
  const labels = { "heddle.test/goldens": "yes" };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

/** What the objects refer to: the services of the mesh, and a certificate for each Secret. */
function surroundings(name: string, objects: readonly Manifest[]): readonly Manifest[] {
  const folder = join(cases, name);
  const file = join(folder, existsSync(join(folder, "mesh.ts")) ? "mesh.ts" : "mesh.yaml");
  const environment = join(folder, "environment.yaml");
  const report = createReport();
  const loaded = loadMesh(existsSync(environment) ? { file, environment } : { file }, report);
  if (loaded === undefined) throw new HeddleError(report.diagnostics());
  const services = Object.values(loaded.mesh.services).flatMap((each) =>
    each.kind === "workload" ? service(each) : [],
  );
  const secrets = Object.values(loaded.mesh.gateways).flatMap((gateway) => {
    const ended = gateway.hosts.flatMap(({ tls }) => (tls?.mode === "terminate" ? [tls] : []));
    const names = new Set(
      ended.flatMap(({ secrets, clients }) => [...secrets, ...(clients ? [clients.secret] : [])]),
    );
    return [...names].map((secret) => certificate(secret, gateway.namespace));
  });
  const versions = new Set(objects.filter(isService).map(path));
  return [...secrets, ...services.filter((each) => !versions.has(path(each)))];
}

function isService({ kind }: Manifest): boolean {
  return kind === "Service";
}

function path({ metadata: { namespace = "", name } }: Manifest): string {
  return `${namespace}/${name}`;
}

function certificate(name: string, inNamespace: string): Manifest {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace: inNamespace },
    type: "kubernetes.io/tls",
    stringData: { "tls.crt": tls.certificate, "tls.key": tls.key },
  };
}

async function apply(objects: readonly Manifest[]): Promise<void> {
  const args = ["apply", "--server-side", "--force-conflicts", "--filename=-"];
  await kubectl(kubeconfig, args, list(objects));
}

function list(items: readonly Manifest[]): string {
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}
