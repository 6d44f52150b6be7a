import { setTimeout as sleep } from "node:timers/promises";
import { discoveryFile } from "../targets/envoy/index.ts";
import type { LiveResources } from "./live-resources.ts";
import { readStats, type ProxyStats } from "./proxy-stats.ts";

/** What came of handing resources to a proxy. `absent`: none runs, so the next one to start will read them. */
export type Taken = "taken" | "rejected" | "late" | "absent";

const stats = "(version_text|update_rejected|warming_clusters|total_listeners_warming)$";
const pauseMs = 25;

/** Counts what a proxy has refused so far; give it to `awaitTaken`. */
export async function countRejections(adminPort: number): Promise<number> {
  return rejections((await readStats(adminPort, stats)) ?? new Map());
}

/** Waits until a proxy works with the resources: clusters and listeners are warm and every route is of this version. */
export async function awaitTaken(
  resources: LiveResources,
  adminPort: number,
  { rejectedBefore, deadline }: { readonly rejectedBefore: number; readonly deadline: number },
): Promise<Taken> {
  const signs = [...signsOf(resources)];
  for (;;) {
    const now = await readStats(adminPort, stats);
    if (now === undefined) return "absent";
    if (rejections(now) > rejectedBefore) return "rejected";
    if (signs.every(([name, value]) => now.get(name) === value)) return "taken";
    if (performance.now() > deadline) return "late";
    await sleep(pauseMs);
  }
}

/**
 * Waits until no request uses the clusters any more; false when some still do at the deadline. Those that the proxy
 * itself calls (`:…`) are not waited for: a stream of logs never ends.
 */
export async function awaitIdle(
  clusters: readonly string[],
  adminPort: number,
  deadline: number,
): Promise<boolean> {
  const ofClients = clusters.filter((name) => !name.startsWith(":"));
  for (;;) {
    const active =
      (await readStats(adminPort, "upstream_rq_(active|pending_active)$")) ?? new Map();
    const busy = ofClients.some((name) =>
      ["active", "pending_active"].some(
        (kind) => Number(active.get(`cluster.${statName(name)}.upstream_rq_${kind}`) ?? 0) > 0,
      ),
    );
    if (!busy) return true;
    if (performance.now() > deadline) return false;
    await sleep(pauseMs);
  }
}

/** Envoy writes `_` for `:` in the names of statistics. */
function statName(name: string): string {
  return name.replaceAll(":", "_");
}

/** Texts and counts of a proxy that works with the resources. */
function signsOf(resources: LiveResources): ReadonlyMap<string, string> {
  const { clusters, listeners, routes } = resources;
  return new Map([
    ["cluster_manager.cds.version_text", discoveryFile("clusters", clusters).version_info],
    ["cluster_manager.warming_clusters", "0"],
    ["listener_manager.lds.version_text", discoveryFile("listeners", listeners).version_info],
    ["listener_manager.total_listeners_warming", "0"],
    ...routes.map((each) => {
      const { version_info } = discoveryFile("routes", [each]);
      return [`http.${each.name}.rds.${each.name}.version_text`, version_info] as const;
    }),
  ]);
}

function rejections(now: ProxyStats): number {
  const counts = [...now].filter(([name]) => name.endsWith(".update_rejected"));
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
