import { randomInt } from "node:crypto";
import fc from "fast-check";
import { createReport, HeddleError } from "../../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../../../model/index.ts";
import { compileIstio, injectionLabels } from "../../../targets/istio/index.ts";
import { compileKubernetes } from "../../../targets/kubernetes/index.ts";
import { arbitraryMesh } from "../../model/arbitrary-mesh.ts";
import { kubectl } from "../setup/kubectl.ts";

/** What a server does not take, and how to make it again. */
interface Refused {
  readonly seed: number;
  /** Places among the meshes that the seed gives: one, or those that are only refused together. */
  readonly meshes: readonly number[];
  /** Of the one that is refused alone. */
  readonly definition?: MeshDefinition;
  /** In the server's own words. */
  readonly said: string;
}

interface Sampled {
  readonly place: number;
  readonly definition: MeshDefinition;
}

/** One call of the client is most of the price of a mesh; a dry run does not mind the same name twice. */
const meshesAtOnce = 25;

/** A client sends one object after the other and waits for each answer; the server has more than one core. */
const clientsAtOnce = 4;

/**
 * Sends what that many random meshes become to a server, as a trial, and gives those that it refused; those that it only
 * refused together as one.
 */
export async function refusedMeshes(
  kubeconfig: string,
  count: number,
): Promise<readonly Refused[]> {
  const seed = randomInt(2 ** 31);
  const meshes = fc
    .sample(arbitraryMesh, { numRuns: count, seed })
    .map((definition, place): Sampled => ({ place, definition }));
  const refused: Omit<Refused, "seed">[] = [];
  for (const batches of chunks(chunks(meshes, meshesAtOnce), clientsAtOnce)) {
    refused.push(...(await Promise.all(batches.map((each) => together(kubeconfig, each)))).flat());
  }
  const found: Refused[] = [];
  for (const each of refused) {
    const alone = await oneByOne(
      kubeconfig,
      each.meshes.flatMap((place) => meshes[place] ?? []),
    );
    found.push(...(alone.length === 0 ? [each] : alone).map((one) => ({ seed, ...one })));
  }
  return found;
}

async function together(
  kubeconfig: string,
  batch: readonly Sampled[],
): Promise<readonly Omit<Refused, "seed">[]> {
  const said = await refusal(kubeconfig, batch);
  return said === undefined ? [] : [{ meshes: batch.map(({ place }) => place), said }];
}

async function oneByOne(
  kubeconfig: string,
  batch: readonly Sampled[],
): Promise<readonly Omit<Refused, "seed">[]> {
  const found: Omit<Refused, "seed">[] = [];
  for (const each of batch) {
    const refused = await together(kubeconfig, [each]);
    found.push(...refused.map((one) => ({ ...one, definition: each.definition })));
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
  meshes: readonly Sampled[],
): Promise<string | undefined> {
  const items = meshes.flatMap(({ definition }) => compile(definition));
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
