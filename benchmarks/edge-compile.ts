import { createReport } from "../diagnostics/index.ts";
import { buildGraph } from "../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../model/index.ts";
import { compileEnvoy, type EdgeSite } from "../targets/envoy/index.ts";
import { freePorts } from "../test/edge/start-envoy.ts";

/** The bootstrap of a mesh's only gateway on loopback, as text. Throws every finding. */
export async function compileBenchmark(
  definition: MeshDefinition,
  endpoints: NonNullable<EdgeSite["endpoints"]>,
  http: number,
  settings: Pick<EdgeSite, "accessLogs"> = {},
): Promise<string> {
  const { https, admin, ready } = await freePorts("https", "admin", "ready");
  const site: EdgeSite = {
    listen: { address: "127.0.0.1", http, https },
    adminPort: admin,
    readiness: { port: ready },
    endpoints,
    ...settings,
  };
  const report = createReport();
  const mesh = parseMesh(definition, report);
  if (mesh === undefined) throw new Error(JSON.stringify(report.diagnostics()));
  const [document] = compileEnvoy(mesh, buildGraph(mesh, report), report, { site });
  if (report.has("error")) throw new Error(JSON.stringify(report.diagnostics()));
  return JSON.stringify(document);
}
