/** The shop with Heddle: from its model, checked, compiled and ordered. */
import { join } from "node:path";
import { Config } from "@pulumi/pulumi";
import { Mesh } from "../../components/index.ts";
import { createReport, HeddleError } from "../../diagnostics/index.ts";
import { loadMesh } from "../../source/index.ts";

const report = createReport();
const file = join(import.meta.dirname, "..", "..", "mesh.yaml");
const environment = new Config("heddle").require("environment");
const mesh = loadMesh({ file, environment }, report);
if (mesh === undefined) throw new HeddleError(report.diagnostics());
new Mesh("shop", { mesh });
