import { expect, test } from "vitest";
import { temporaryFiles } from "../../source/temporary-files.ts";
import { runHeddle } from "../run-heddle.ts";

const policy = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ask, namespace: shop }
spec:
  action: CUSTOM
  provider: { name: opa }
  rules: [{}]
`;
const config = (provider: string): string =>
  `extensionProviders:
  - name: ${provider}
    envoyExtAuthzHttp: { service: opa.shop.svc.cluster.local, port: 8080 }
`;

test.each([
  ["on the command line", ["--mesh-config", "mesh-config.yaml"], {}],
  ["in the settings", [], { "heddle.check.yaml": "meshConfig: mesh-config.yaml\n" }],
] as const)("--mesh-config %s answers what the control plane is told", async (_, args, files) => {
  const check = async (provider: string) => {
    const cwd = temporaryFiles({
      "policy.yaml": policy,
      "mesh-config.yaml": config(provider),
      ...files,
    });
    return runHeddle(["check", "policy.yaml", "--select", "HED4405", ...args], { cwd });
  };
  expect(await check("opa")).toMatchObject({ exitCode: 0 });
  const other = await check("oka");
  expect(other.exitCode).toBe(1);
  expect(other.stdout).toContain("HED4405 error  policy.yaml:");
});

test("a MeshConfig that is not there is no check", async () => {
  const cwd = temporaryFiles({ "policy.yaml": policy });
  const { exitCode, stdout } = await runHeddle(
    ["check", "policy.yaml", "--mesh-config", "none.yaml"],
    { cwd },
  );
  expect(exitCode).toBe(2);
  expect(stdout).toContain("cannot read none.yaml");
});
