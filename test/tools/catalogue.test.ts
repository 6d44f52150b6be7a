import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { catalogue, describeTool, isToolName, toolNames } from "../../tools/catalogue.ts";
import type { ToolName } from "../../tools/catalogue.ts";
import { goModuleFolder } from "../../tools/go.ts";
import { toolsFor } from "../../tools/tool-groups.ts";
import { selectTools } from "../../tools/tools-command.ts";

/** The version that a tool's Go module pins for a module path. */
async function pinned(tool: ToolName, path: string): Promise<string | undefined> {
  const { source } = describeTool(tool);
  if (source.kind !== "go") throw new Error(`${tool} is not built from Go`);
  const text = await readFile(join(goModuleFolder(source.module), "go.mod"), "utf8");
  return new RegExp(`^(?:require )?\\s*${path} v(\\S+)`, "m").exec(text)?.[1];
}

describe("the catalogue", () => {
  it.each([
    ["kube-apiserver", "k8s.io/kubernetes"],
    ["etcd", "go.etcd.io/etcd/server/v3"],
    ["coredns", "github.com/coredns/coredns"],
    ["pulumi", "github.com/pulumi/pulumi/pkg/v3"],
    ["envoy-gateway", "github.com/envoyproxy/gateway"],
  ] as const)("has the version of %s that its Go module pins", async (tool, path) => {
    expect(await pinned(tool, path)).toBe(catalogue[tool].version);
  });

  it("has the day of the Istio that its Go module pins", async () => {
    const day = catalogue["pilot-discovery"].version.split("-")[1] ?? "";
    expect(await pinned("pilot-discovery", "istio.io/istio")).toMatch(
      new RegExp(`^0\\.0\\.0-${day}`),
    );
  });

  it("has the day of the rate limit service that its Go module pins", async () => {
    const [version = "", day = ""] = catalogue.ratelimit.version.split("-");
    expect(await pinned("ratelimit", "github.com/envoyproxy/ratelimit")).toMatch(
      new RegExp(`^${version.replaceAll(".", "\\.")}-0\\.${day}`),
    );
  });

  it.each([
    ["pulumi", "@pulumi/pulumi"],
    ["pulumi-resource-kubernetes", "@pulumi/kubernetes"],
    ["pulumi-resource-tls", "@pulumi/tls"],
  ] as const)("has the version of %s that the SDK %s wants", (tool, sdk) => {
    const manifest: unknown = createRequire(import.meta.url)(`${sdk}/package.json`);
    expect(manifest).toMatchObject({ version: catalogue[tool].version });
  });

  it("names each tool in exactly one purpose", () => {
    const named = (["bench", "pulumi", "istio", "limits", "gateways"] as const).flatMap(toolsFor);
    expect([...named].sort()).toEqual([...toolNames].sort());
  });

  it("selects tools by name and by group, each once", () => {
    expect(selectTools(["etcd", "bench", "pulumi"])).toHaveLength(11);
    expect(selectTools(["all"])).toEqual(toolNames);
    expect(isToolName("toString")).toBe(false);
  });
});
