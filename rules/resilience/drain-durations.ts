import { load } from "js-yaml";
import { z } from "zod";
import { text } from "../../graph/kinds/fields.ts";
import { parseGoDuration } from "../../graph/lift/go-duration.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

const schema = z.looseObject({ terminationDrainDuration: text });

/** The annotation by which a workload configures its proxy. */
export const proxyConfig = "proxy.istio.io/config";

/** How long the proxy of a workload goes on after it is told to end, in ms, where the workload says it itself. */
export function drainOf({ annotations }: VirtualPod): number | undefined {
  const said = annotations[proxyConfig];
  return said === undefined ? undefined : read(parse(said));
}

/** The same for the whole mesh, where MeshConfig says it. */
export function drainOfMesh(graph: ObjectGraph): number | undefined {
  return read(meshConfig(graph).config.defaultConfig);
}

function read(config: unknown): number | undefined {
  const said = schema.safeParse(config).data?.terminationDrainDuration;
  return said === undefined ? undefined : parseGoDuration(said);
}

function parse(yaml: string): unknown {
  try {
    return load(yaml, { maxAliases: 100 });
  } catch {
    return undefined;
  }
}
