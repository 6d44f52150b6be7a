import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { compileEnvoy, type EdgeSite } from "../../../targets/envoy/index.ts";
import { ensureTools } from "../../../tools/index.ts";
import { graphOf } from "../../graph/graph-of.ts";
import { reverseMaps } from "../../model/arbitrary-mesh.ts";
import { makeCertificates } from "../../traffic/make-certificates.ts";
import { arbitrarySite } from "./arbitrary-site.ts";

const folder = mkdtempSync(join(tmpdir(), "heddle-sites-"));
let envoy: string;

const definition: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: {
    web: { limits: [{ requests: 1, per: "second" }] },
    chat: { protocol: "grpc" },
  },
  providers: { opa: { kind: "elsewhere", for: "authorisation" } },
  access: { rules: { asked: { action: "custom", provider: "opa", gateways: ["edge"] } } },
  gateways: {
    edge: {
      hosts: {
        "shop.example": { service: "web", tls: { secret: "cert" } },
        "chat.example": { service: "chat" },
      },
    },
  },
};

beforeAll(async () => {
  ({ envoy } = await ensureTools(["envoy"]));
  const { root, certificate, key } = await makeCertificates(folder);
  mkdirSync(join(folder, "cert"));
  const files = { "ca.crt": root, "tls.crt": certificate, "tls.key": key };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "cert", name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Its bootstrap, with the files of this machine. */
function compile(given: EdgeSite): string {
  const { mesh, graph } = graphOf(definition);
  const report = createReport();
  const site = { ...given, certificates: folder, publicAuthorities: join(folder, "cert/ca.crt") };
  const [document] = compileEnvoy(mesh, graph, report, { site });
  expect(report.diagnostics()).toEqual([]);
  return JSON.stringify(document);
}

test("any right site compiles, to the same bytes whatever the order of its maps", () => {
  fc.assert(
    fc.property(arbitrarySite, (site) => {
      expect(compile(reverseMaps(site) as EdgeSite)).toBe(compile(site));
    }),
  );
});

test("Envoy accepts what any right site becomes", async () => {
  const file = join(folder, "site.json");
  await fc.assert(
    fc.asyncProperty(arbitrarySite, async (site) => {
      writeFileSync(file, compile(site));
      const { exitCode, all } = await execa(envoy, ["--mode", "validate", "-c", file], {
        all: true,
        reject: false,
      });
      expect(exitCode, all).toBe(0);
    }),
    { numRuns: 25 },
  );
}, 60_000);
