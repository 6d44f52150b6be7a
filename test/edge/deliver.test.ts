import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import {
  checkCertificate,
  edgeManifests,
  hostDelivery,
  kubernetesDelivery,
  kubernetesSite,
  publishEdge,
  systemdUnit,
} from "../../edge/index.ts";
import {
  edgeConfig,
  resolveSite,
  type EdgeConfig,
  type EdgeSite,
} from "../../targets/envoy/index.ts";
import { graphOf } from "../graph/graph-of.ts";
import { makeAuthority, type TestAuthority } from "./make-chain.ts";
import { freePorts } from "./start-envoy.ts";

const folder = mkdtempSync(join(tmpdir(), "heddle-deliver-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function compile(site: EdgeSite, delivery: EdgeConfig["delivery"], timeout: `${number}s` = "1s") {
  const { mesh, graph } = graphOf({
    name: "shop",
    trust: { domain: "shop.example" },
    services: { web: {} },
    routes: { web: { timeout } },
    gateways: {
      edge: { hosts: { "shop.example": { service: "web", tls: { secret: "shop.cert" } } } },
    },
  });
  const report = createReport();
  const resolved = resolveSite(mesh, "fra", site, report);
  if (resolved === undefined) throw new Error(JSON.stringify(report.diagnostics()));
  return edgeConfig(mesh, graph, resolved, { delivery, report });
}

describe("on a host where no proxy runs", () => {
  test("files are there for the next one to start, and only those of the last publication", async () => {
    const root = join(folder, "host");
    const { admin } = await freePorts("admin");
    const config = (timeout: `${number}s`) =>
      compile({ adminPort: admin }, hostDelivery(root), timeout);
    expect(await publishEdge(config("1s"), root)).toEqual({
      steps: 1,
      running: false,
      restart: false,
      uncheckedCertificates: ["shop.cert"],
    });
    const first = readlinkSync(join(root, "live"));
    expect(await publishEdge(config("2s"), root)).toMatchObject({ steps: 1, running: false });
    expect(readlinkSync(join(root, "live"))).not.toBe(first);
    expect(readdirSync(join(root, "releases"))).toHaveLength(1);
    expect(readdirSync(join(root, "live")).sort()).toEqual([
      "clusters.json",
      "listeners.json",
      "routes_http.json",
      "routes_https_shop.cert.json",
      "secrets_identity_authorities.json",
      "secrets_identity_certificate.json",
      "secrets_shop.cert.json",
    ]);
    expect(readFileSync(join(root, "live/routes_https_shop.cert.json"), "utf8")).toContain('"2s"');
  });

  test("the unit checks the configuration before it starts, without rights", () => {
    const unit = systemdUnit({ name: "fra", root: "/etc/heddle-edge", concurrency: 2 });
    expect(unit).toContain(
      "ExecStartPre=/usr/local/bin/envoy --mode validate -c /etc/heddle-edge/bootstrap.json\n",
    );
    expect(unit).toContain(" --concurrency 2\n");
    expect(unit).toMatch(
      /^ExecStart=\/bin\/sh \/etc\/heddle-edge\/run\.sh \d+ \/usr\/local\/bin\/envoy -c /m,
    );
    expect(unit).toMatch(/^ExecReload=.*--mode validate.*\nExecReload=.*-HUP \$MAINPID$/m);
    const other = systemdUnit({ name: "nyc", root: "/etc/heddle-edge", concurrency: 2 });
    expect(other.replaceAll("nyc", "fra")).not.toBe(unit);
    expect(unit).toContain("DynamicUser=yes\n");
    expect(unit).not.toMatch(/undefined|\[object/);
  });
});

describe("on Kubernetes", () => {
  const config = compile(kubernetesSite({}), kubernetesDelivery);
  const workload = { name: "edge-fra", namespace: "shop" };
  const report = createReport();
  const manifests = edgeManifests(workload, config, report);
  const text = JSON.stringify(manifests);

  test("pods have no rights and every file that the configuration names", () => {
    expect(report.diagnostics()).toEqual([]);
    expect(manifests.map(({ kind }) => kind)).toEqual([
      "ServiceAccount",
      "ConfigMap",
      "ConfigMap",
      "Deployment",
      "Service",
    ]);
    const mounted = [...text.matchAll(/"mountPath":"([^"]+)"/g)].map(([, path = ""]) => path);
    const named = [...text.matchAll(/filename\\": \\"([^"\\]+)/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(0);
    for (const path of named)
      expect(mounted.some((each) => path.startsWith(`${each}/`))).toBe(true);
    expect(text).toContain('"readOnlyRootFilesystem":true');
    expect(text).not.toContain("PRIVATE KEY");
  });

  test("HTTP/3 and metrics have ports of their own, on the Service only the one for clients", () => {
    const site = { listen: { http3: true }, stats: { prometheus: { port: 9090 } } };
    const open = compile(kubernetesSite(site), kubernetesDelivery);
    const [deployment, service] = edgeManifests(workload, open, report).slice(-2);
    expect(JSON.stringify(service?.["spec"])).toContain(
      '{"name":"http3","port":443,"targetPort":"http3","protocol":"UDP"}',
    );
    expect(JSON.stringify(service)).not.toContain("9090");
    const pod = JSON.stringify(deployment?.["spec"]);
    expect(pod).toContain('{"name":"http3","containerPort":8443,"protocol":"UDP"}');
    expect(pod).toContain('{"name":"metrics","containerPort":9090,"protocol":"TCP"}');
  });

  test("names of files are keys that a ConfigMap may have", () => {
    const live = manifests.find(({ metadata }) => metadata.name === "edge-fra-live");
    const keys = Object.keys(live?.["data"] as object);
    for (const key of keys) expect(key).toMatch(/^[-._a-zA-Z0-9]+$/);
  });
});

describe("a certificate", () => {
  let authority: TestAuthority;
  beforeAll(async () => {
    authority = await makeAuthority(folder);
    await authority.issue("shop", ["DNS:shop.example", "DNS:*.shop.example"]);
    await authority.issue("other", ["DNS:other.example"]);
  });
  const read = (name: string, file: string): string =>
    readFileSync(join(folder, name, file), "utf8");
  const problems = (hosts: readonly string[], change = {}): readonly string[] => {
    const report = createReport();
    const files = { certificate: read("shop", "tls.crt"), key: read("shop", "tls.key") };
    checkCertificate({ secret: "shop", hosts, now: new Date(), ...files, ...change }, report);
    return report.diagnostics().map(({ code, message }) => `${code} ${message}`);
  };

  test("fits its hosts", () => {
    expect(problems(["shop.example", "a.shop.example", "*.shop.example"])).toEqual([]);
  });

  test.each([
    ["another host", () => problems(["other.example"]), /HED3004.*does not name other\.example/],
    ["two levels", () => problems(["a.b.shop.example"]), /HED3004.*does not name/],
    ["another wildcard", () => problems(["*.b.shop.example"]), /HED3004.*does not name/],
    ["its time", () => problems([], { now: new Date("2100-01-01") }), /HED3004.*valid from/],
    ["another's key", () => problems([], { key: read("other", "tls.key") }), /HED3004.*tls\.key/],
    ["no key", () => problems([], { key: "secret words" }), /HED3004.*tls\.key/],
    ["no certificate", () => problems([], { certificate: "" }), /HED3004.*no certificate/],
  ])("%s is told", (_, found, expected) => {
    expect(found()).toEqual([expect.stringMatching(expected)]);
    expect(found().join()).not.toContain("secret words");
  });

  test("that does not fit its host stops a publication before anything is written", async () => {
    const root = join(folder, "refused");
    await authority.issue("shop.cert", ["DNS:other.example"]);
    const config = compile({ certificates: folder }, hostDelivery(root));
    await expect(publishEdge(config, root)).rejects.toThrow(
      /HED3004.*does not name shop\.example/s,
    );
    expect(existsSync(root)).toBe(false);
    await authority.renew("shop.cert", ["DNS:shop.example"]);
    expect(await publishEdge(config, root)).toMatchObject({ uncheckedCertificates: [] });
  });
});
