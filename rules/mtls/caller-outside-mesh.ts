import type { Rule } from "../rule.ts";
import { callersOutside } from "./callers-outside.ts";
import { strictServers } from "./strict-servers.ts";

/** Who calls a workload that only takes mTLS starts it: what is outside the mesh, or goes past its proxy, cannot. */
export const callerOutsideMesh: Rule = {
  id: "mtls/caller-outside-mesh",
  code: "HED4727",
  severity: "warning",
  summary: "who calls a server that only takes mTLS is in the mesh",
  covers: [],
  reads: ["objects", "services", "calls", "receiverModes"],
  needs: ["receiver-mode"],
  check(graph, find) {
    if (!graph.receiverModes.some(({ mode, ports }) => isStrict(mode, ports))) return;
    const told = new Set<string>();
    for (const { origin, who, address } of callersOutside(graph)) {
      const [server] = strictServers(graph, address);
      if (server === undefined) continue;
      const { namespace, name, port } = address;
      const message = `port ${String(port)} of Service ${namespace}/${name} is called by ${who}, and ${server.mode.node.origin.source} takes mTLS only`;
      if (told.has(message)) continue;
      told.add(message);
      find({
        outcome: "fail",
        origin,
        message,
        fix: `bring the caller into the mesh, or set the mode of port ${String(server.port)} to PERMISSIVE until it is`,
      });
    }
  },
};

function isStrict(mode: string, ports: Readonly<Record<number, string>>): boolean {
  return mode === "strict" || Object.values(ports).includes("strict");
}
