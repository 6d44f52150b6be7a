import { execa } from "execa";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { certificateHostMismatch } from "../../rules/gateway/certificate-host-mismatch.ts";
import { credentialInvalid } from "../../rules/gateway/credential-invalid.ts";
import { runRule } from "../../rules/run-rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";
import { object, yaml } from "./manifests.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heddle-credentials-"));
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const make = (...words: string[]) => execa("openssl", words, { cwd: folder });
  for (const name of ["one", "two"]) {
    const files = ["-keyout", `${name}.key`, "-out", `${name}.csr`];
    await make("req", ...curve, ...files, "-subj", "/CN=shop.example");
    for (const days of ["2", "-1"]) {
      const sign = ["-req", "-in", `${name}.csr`, "-signkey", `${name}.key`, "-days", days];
      await make("x509", ...sign, "-out", `${name}${days}.crt`);
    }
  }
});
afterAll(() => rm(folder, { recursive: true }));

const gateway = (host: string) =>
  object("networking.istio.io/v1", "Gateway", "edge", {
    selector: { istio: "ingressgateway" },
    servers: [
      {
        port: { number: 443, name: "https", protocol: "HTTPS" },
        hosts: [host],
        tls: { mode: "SIMPLE", credentialName: "shop-tls" },
      },
    ],
  });

async function secretOf(certificate: string, key: string, plain = false): Promise<string> {
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const encode = (text: string) => (plain ? text : Buffer.from(text).toString("base64"));
  const values = { "tls.crt": encode(await read(certificate)), "tls.key": encode(await read(key)) };
  const metadata = { name: "shop-tls", namespace: "istio-system" };
  return stringify({
    apiVersion: "v1",
    kind: "Secret",
    metadata,
    [plain ? "stringData" : "data"]: values,
  });
}

test.each([
  ["valid", "one2.crt", "one.key", undefined],
  ["expired", "one-1.crt", "one.key", /it expired on \d{4}-/],
  ["another key", "one2.crt", "two.key", /belongs to another certificate/],
  ["a key for a certificate", "one.key", "one.key", /not a certificate in PEM/],
])("%s", async (_name, certificate, key, expected) => {
  for (const plain of [false, true]) {
    const text = yaml(gateway("shop.example"), await secretOf(certificate, key, plain));
    const found = runRule(graphOfYaml(text).graph, credentialInvalid);
    expect(found).toHaveLength(expected === undefined ? 0 : 1);
    if (expected !== undefined) expect(found[0]?.message).toMatch(expected);
    expect(JSON.stringify(found)).not.toContain("PRIVATE");
  }
});

test.each([
  ["shop.example", 0],
  ["./shop.example", 0],
  ["*", 0],
  ["api.shop.example", 1],
  ["*.shop.example", 1],
])("host %s of a certificate for shop.example", async (host, count) => {
  const text = yaml(gateway(host), await secretOf("one2.crt", "one.key"));
  expect(runRule(graphOfYaml(text).graph, certificateHostMismatch)).toHaveLength(count);
});
