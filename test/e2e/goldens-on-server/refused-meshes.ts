import { randomInt } from "node:crypto";
import fc from "fast-check";
import { createReport, HeddleError } from "../../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../../../model/index.ts";
import { compileIstio, injectionLabels } from "../../../targets/istio/index.ts";
import { compileKubernetes } from "../../../targets/kubernetes/index.ts";
import { arbitraryMesh } from "../../model/arbitrary-mesh.ts";
import { kubectl } from "../setup/kubectl.ts";

/** A mesh that a server does not take, and how to make it again. */
interface RefusedMesh {
  readonly seed: number;
  readonly definition: MeshDefinition;
  readonly said: string;
}

/** One call of the client is most of the price of a mesh; a dry run does not mind the same name twice. */
const meshesAtOnce = 25;

/** A client sends one object after the other and waits for each answer; the server has more than one core. */
const clientsAtOnce = 4;

/** Sends what that many random meshes become to a server, as a trial, and gives those that it refused. */
export async function refusedMeshes(
  kubeconfig: string,
  count: number,
): Promise<readonly RefusedMesh[]> {
  const seed = randomInt(2 ** 31);
  const meshes = fc.sample(arbitraryMesh, { numRuns: count, seed });
  const batches = chunks(meshes, meshesAtOnce);
  const refused: MeshDefinition[] = [];
  for (const each of chunks(batches, clientsAtOnce)) {
    const said = await Promise.all(each.map((batch) => refusal(kubeconfig, batch)));
    refused.push(...each.filter((_, index) => said[index] !== undefined).flat());
  }
  const found: RefusedMesh[] = [];
  for (const definition of refused) {
    const said = await refusal(kubeconfig, [definition]);
    if (said !== undefined) found.push({ seed, definition, said });
  }
  return found;
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** What the server says against these meshes; `undefined` when it takes them all. */
async function refusal(
  kubeconfig: string,
  meshes: readonly MeshDefinition[],
): Promise<string | undefined> {
  const items = meshes.flatMap(compile);
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items });
  const args = ["apply", "--server-side", "--dry-run=server", "--force-conflicts", "--filename=-"];
  try {
    await kubectl(kubeconfig, args, list);
    return undefined;
  } catch (error) {
    // The client's own words, without the objects that it was given.
    return (error as { readonly stderr?: string }).stderr ?? String(error);
  }
}

/** What Istio cannot express is left out of a random mesh's objects, not the mesh out of the trial. */
function compile(definition: MeshDefinition): readonly Manifest[] {
  const report = createReport();
  const mesh = parseMesh(definition, report);
  if (mesh === undefined) throw new HeddleError(report.diagnostics());
  const workloads = compileKubernetes(mesh, report, { namespaceLabels: injectionLabels });
  return [...workloads, ...compileIstio(mesh, buildGraph(mesh, report), report)];
}
