import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, expect, test } from "vitest";
import { ensureTools } from "../../tools/index.ts";
import { startPolicyServer } from "../policies/policy-server.ts";
import { stackOf } from "../policies/stack-of.ts";

const checkout = join(import.meta.dirname, "../..");

let istioctl: string;
beforeAll(async () => {
  ({ istioctl } = await ensureTools(["istioctl"]));
});

/** The objects of Istio's own charts, with the trust domain of the shop: definitions, webhooks, settings, istiod, gateways. */
async function istioObjects(profile: string): Promise<string> {
  const domain = "meshConfig.trustDomain=shop.example";
  const words = ["manifest", "generate", "--set", `profile=${profile}`, "--set", domain];
  const { stdout } = await execa(istioctl, words, { timeout: 60_000 });
  return stdout;
}

async function shopObjects(): Promise<string> {
  const environment = join(checkout, "environments/prod.yaml");
  const words = ["cli/main.ts", "render", "mesh.yaml", "--environment", environment];
  const { stdout } = await execa(process.execPath, words, { cwd: checkout, timeout: 60_000 });
  return stdout;
}

test.each([
  ["baseline", "default"],
  ["baseline", "ambient"],
  ["production", "default"],
  ["zero-trust", "default"],
  ["gateway-api", "ambient"],
])("%s finds nothing to block in the shop on Istio of the profile %s", async (pack, profile) => {
  const stack = stackOf(`${await istioObjects(profile)}\n---\n${await shopObjects()}`);
  expect(stack.length).toBeGreaterThan(70);
  const server = await startPolicyServer(join(checkout, "policies", pack));
  try {
    const violations = await server.analyzeStack(stack);
    expect(violations.filter(({ level }) => level === "mandatory")).toEqual([]);
  } finally {
    await server.stop();
  }
});
