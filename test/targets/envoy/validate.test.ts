import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import { buildGraph } from "../../../graph/index.ts";
import { loadMesh } from "../../../source/index.ts";
import {
  bootstrap,
  discoveryFiles,
  edgeConfig,
  resolveSite,
  type Delivery,
  type EdgeSite,
} from "../../../targets/envoy/index.ts";
import { ensureTools } from "../../../tools/index.ts";
import { makeCertificates } from "../../traffic/make-certificates.ts";
import { readSites } from "./compile-edge.ts";

const casesFolder = join(import.meta.dirname, "../../cases");
const cases = readdirSync(casesFolder).filter((name) =>
  existsSync(join(casesFolder, name, "envoy.yaml")),
);
const folder = mkdtempSync(join(tmpdir(), "heddle-envoy-"));
let envoy: string;

beforeAll(async () => {
  ({ envoy } = await ensureTools(["envoy"]));
  const { root, certificate, key } = await makeCertificates(folder);
  for (const secret of [
    "shop-cert",
    "admin.cert",
    "bank-client",
    "cert",
    "clients",
    "db-cert",
    "docs-cert",
    "identity",
    "staff-ca",
  ]) {
    mkdirSync(join(folder, secret));
    for (const [name, text] of [
      ["tls.crt", certificate],
      ["tls.key", key],
      ["ca.crt", root],
    ] as const) {
      writeFileSync(join(folder, secret, name), text);
    }
  }
  for (const login of ["web-login", "admin-login"]) {
    mkdirSync(join(folder, login));
    for (const name of ["client", "cookies", "tenants"]) {
      writeFileSync(join(folder, login, name), "not a secret");
    }
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(cases)("Envoy accepts %s", (name) => {
  test.each(["static", "files"] as const)("delivered as %s", async (kind) => {
    const live = join(folder, `${name}-${kind}`);
    mkdirSync(live);
    const delivery: Delivery =
      kind === "static" ? { kind } : { kind, folder: live, watched: folder };
    for (const [site, config] of compileSites(name, delivery)) {
      const file = join(live, `${site}.json`);
      writeFileSync(file, JSON.stringify(bootstrap(config)));
      for (const [part, content] of Object.entries(discoveryFiles(config))) {
        writeFileSync(join(live, part), JSON.stringify(content));
      }
      const { exitCode, all } = await execa(envoy, ["--mode", "validate", "-c", file], {
        all: true,
        reject: false,
      });
      expect(exitCode, all).toBe(0);
      // A file of resources is only read when the proxy runs; as a bootstrap of its own it is checked here as well.
      if (kind === "static") expect(all).toContain("OK");
    }
  });
});

function compileSites(name: string, delivery: Delivery) {
  const report = createReport();
  const environment = join(casesFolder, name, "environment.yaml");
  const file = join(casesFolder, name, "mesh.yaml");
  const loaded = loadMesh(existsSync(environment) ? { file, environment } : { file }, report);
  if (loaded === undefined) throw new Error(JSON.stringify(report.diagnostics()));
  const { mesh } = loaded;
  const graph = buildGraph(mesh, report);
  const sites = Object.entries(readSites(join(casesFolder, name)) ?? { site: {} });
  return sites.map(([site, given]) => {
    const resolved = resolveSite(mesh, site, here(given, mesh.trust.mtls === "strict"), report);
    if (resolved === undefined) throw new Error(JSON.stringify(report.diagnostics()));
    return [site, edgeConfig(mesh, graph, resolved, { delivery, report })] as const;
  });
}

/** The site with files of this machine. */
function here(site: EdgeSite, strict: boolean): EdgeSite {
  const own = join(folder, "identity");
  const identity = {
    certificate: join(own, "tls.crt"),
    key: join(own, "tls.key"),
    authorities: join(own, "ca.crt"),
  };
  const publicAuthorities = join(own, "ca.crt");
  return { ...site, certificates: folder, publicAuthorities, ...(strict ? { identity } : {}) };
}
