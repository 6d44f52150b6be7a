import { expect, test } from "vitest";
import { temporaryFiles } from "../../source/temporary-files.ts";
import { runHeddle } from "../run-heddle.ts";

const envoy = `node: { id: edge-fra }
admin:
  address:
    socket_address: { address: 0.0.0.0, port_value: 9901 }
static_resources:
  clusters: []
`;

test("heddle check reads the configuration of an Envoy, with its lines", async () => {
  const cwd = temporaryFiles({ "envoy.yaml": envoy });
  const { stdout, exitCode } = await runHeddle(["check", "envoy.yaml", "--json"], { cwd });
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    diagnostics: [
      {
        code: "HED4840",
        file: "envoy.yaml",
        line: 4,
        path: "admin.address.socket_address.address",
        message: expect.stringMatching(/^Bootstrap edge-fra: the administration/) as string,
      },
    ],
    summary: { objects: 1 },
  });
});

test("and finds it in a folder among other files", async () => {
  const cwd = temporaryFiles({
    "envoy.json": JSON.stringify({ staticResources: {}, admin: {} }),
  });
  const { stdout, exitCode } = await runHeddle(["check", "."], { cwd });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("1 object in 1 file");
});

test("a file of resources, too", async () => {
  const resource = {
    "@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster",
    name: "shop",
    connect_timeout: "0s",
  };
  const cwd = temporaryFiles({ "cds.json": JSON.stringify({ resources: [resource] }) });
  const { stdout } = await runHeddle(["check", "cds.json", "--select", "envoy/", "--json"], {
    cwd,
  });
  expect(JSON.parse(stdout)).toMatchObject({
    diagnostics: [{ code: "HED4849", path: "resources[0].connect_timeout" }],
  });
});
