import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { Report } from "../../../diagnostics/index.ts";
import type { Graph } from "../../../graph/index.ts";
import type { Mesh } from "../../../model/index.ts";
import { createEnvoyTarget, type EdgeSites } from "../../../targets/envoy/index.ts";
import { reportLosses } from "../../../targets/target.ts";

interface Built {
  readonly mesh: Mesh;
  readonly graph: Graph;
}

/** What the Envoy target makes of a case with a gateway, nothing where all lead outwards; what it loses of it is reported apart. */
export function compileEdge(
  folder: string,
  { mesh, graph }: Built,
  { report, lost }: { readonly report: Report; readonly lost: Report },
): ReadonlyMap<string, string> {
  if (Object.keys(mesh.gateways).length === 0) return new Map();
  const target = createEnvoyTarget(readSites(folder));
  reportLosses(target, mesh, lost);
  const documents = target.compile(mesh, graph, report);
  if (documents.length === 0) return new Map();
  return new Map([["envoy.yaml", documents.map(renderDocument).join("---\n")]]);
}

/** The sites of a case, where it has any. */
export function readSites(folder: string): EdgeSites | undefined {
  const file = join(folder, "sites.yaml");
  return existsSync(file) ? (parse(readFileSync(file, "utf8")) as EdgeSites) : undefined;
}

function renderDocument(document: object): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}
