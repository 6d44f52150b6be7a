import { expect, test } from "vitest";
import { createReport, printPath } from "../../../diagnostics/index.ts";
import type { AccessRuleDefinition } from "../../../model/index.ts";
import { compileIstio } from "../../../targets/istio/index.ts";
import { graphOf } from "../../graph/graph-of.ts";

const blocks = { remoteIpBlocks: ["192.0.2.0/24"] };
const at = { services: ["web"] };

test.each<[string, AccessRuleDefinition, readonly string[]]>([
  [
    "an address alone opens the door of a service",
    { action: "allow", ...at, from: [{ services: ["shop"] }, blocks] },
    ["HED3022 warning access.rules.rule.from[1].remoteIpBlocks"],
  ],
  [
    "all but some addresses are refused",
    { action: "deny", ...at, from: [{ not: blocks }] },
    ["HED3022 warning access.rules.rule.from[0].not.remoteIpBlocks"],
  ],
  [
    "who calls is said as well",
    { action: "allow", ...at, from: [{ services: ["shop"], ...blocks }] },
    [],
  ],
  ["some addresses are refused", { action: "deny", ...at, from: [blocks] }, []],
  [
    "it is the gateway that looks",
    { action: "deny", gateways: ["edge"], from: [{ not: blocks }] },
    [],
  ],
])("%s", (_, rule, expected) => {
  const { mesh, graph } = graphOf({
    name: "shop",
    trust: { domain: "shop.example" },
    services: { web: {}, shop: {} },
    access: { rules: { rule } },
    gateways: { edge: { hosts: { "shop.example": { service: "shop" } } } },
  });
  const report = createReport();
  compileIstio(mesh, graph, report);
  const said = report
    .diagnostics()
    .map(({ code, severity, path }) => `${code} ${severity} ${printPath(path)}`);
  expect(said).toEqual(expected);
});
