import type { Path } from "../../diagnostics/index.ts";
import { servicesOf } from "../services-of.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Hosts besides the declared calls are named where only those are heard of, and only for what has a proxy. */
export function checkDiscovery(context: ReferenceContext): void {
  const { definition, mesh } = context;
  for (const [name, { discovery }] of context.services) {
    const service = sureService(context, name);
    if (discovery === undefined || service?.kind !== "workload") continue;
    const path = ["services", name, "discovery"];
    if (!service.inMesh) {
      addError(context, {
        code: "HED2042",
        path,
        message: `"${name}" has no proxy that would hear of anything`,
        fix: "remove discovery, or remove inMesh: false",
      });
    } else if (isNotEmpty(discovery.also) && service.discovery.scope === "all") {
      addUseless(context, [...path, "also"], `the proxies of "${name}"`);
    }
  }
  const scoped = servicesOf(mesh).some(
    (each) => each.kind === "workload" && each.discovery.scope !== "all",
  );
  if (scoped || mesh.discovery.scope !== "all" || !isNotEmpty(definition.discovery?.also)) return;
  addUseless(context, ["discovery", "also"], "all proxies of the mesh");
}

function isNotEmpty(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

function addUseless(context: ReferenceContext, path: Path, who: string): void {
  addError(context, {
    code: "HED1041",
    path,
    message: `${who} hear of every host already; allowed: also beside scope declared-calls`,
    fix: "remove also, or set scope to declared-calls",
  });
}
