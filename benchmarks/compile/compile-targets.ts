/**
 * `node benchmarks/compile/compile-targets.ts <services> <file>`: from the author's data to each target's documents, and
 * Istio's to YAML. Writes the documents of Istio into the file, and prints what it took as JSON.
 */
import { writeFileSync } from "node:fs";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../graph/index.ts";
import { parseMesh } from "../../model/index.ts";
import { envoyTarget } from "../../targets/envoy/envoy-target.ts";
import { gatewayApiTarget } from "../../targets/gateway-api/gateway-api-target.ts";
import { istioTarget } from "../../targets/istio-target.ts";
import { renderManifests } from "../../targets/render-manifests.ts";
import { compileTarget, type Target } from "../../targets/target.ts";
import { madeMesh } from "./made-mesh.ts";

const [services = "1000", file = ""] = process.argv.slice(2);
const definition = madeMesh(Number(services));
const report = createReport();

const start = performance.now();
const mesh = parseMesh(definition, report);
if (mesh === undefined) throw new Error(JSON.stringify(report.diagnostics().at(0)));
const graph = buildGraph(mesh, report);
const model = performance.now() - start;

/** With the time of the model, which every target needs. */
const timed = (target: Target) => {
  const begin = performance.now();
  const documents = compileTarget(target, { mesh, graph }, createReport());
  return { documents, milliseconds: model + performance.now() - begin };
};
const istio = timed(istioTarget);
// Peak memory is of one compile, as everybody runs it; the rest comes after it.
const memory = process.resourceUsage().maxRSS / 1024;
const targets = {
  istio: istio.milliseconds,
  "gateway-api": timed(gatewayApiTarget).milliseconds,
  envoy: timed(envoyTarget).milliseconds,
};
const begin = performance.now();
const text = renderManifests(istio.documents as readonly Manifest[]);
const yaml = performance.now() - begin;
writeFileSync(file, JSON.stringify(istio.documents));
console.log(JSON.stringify({ targets, memory, yaml, characters: text.length }));
