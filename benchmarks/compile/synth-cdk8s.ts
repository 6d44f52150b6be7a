/** `node benchmarks/compile/synth-cdk8s.ts <file>`: the same objects as a chart of cdk8s, to YAML. Prints JSON. */
import { readFileSync } from "node:fs";
import { ApiObject, App, Chart, type ApiObjectProps } from "cdk8s";

const [file = ""] = process.argv.slice(2);
const manifests = JSON.parse(readFileSync(file, "utf8")) as readonly ApiObjectProps[];

const start = performance.now();
const app = new App();
const chart = new Chart(app, "mesh");
for (const [index, manifest] of manifests.entries()) {
  new ApiObject(chart, String(index), manifest);
}
chart.toJson();
const objects = performance.now() - start;
const memory = process.resourceUsage().maxRSS / 1024;
const begin = performance.now();
const text = app.synthYaml();
const yaml = performance.now() - begin;
console.log(JSON.stringify({ objects, memory, yaml, characters: text.length }));
