import type { Graph, Origin } from "../../graph/graph.ts";
import { matchesHost } from "../find-service.ts";
import type { ChangeRule } from "../rule.ts";
import { standardHosts } from "./standard-hosts.ts";

/** What clients outside ask for goes on being answered. */
export const hostRemoved: ChangeRule = {
  id: "change/host-removed",
  code: "HED4711",
  severity: "warning",
  summary: "no host that clients outside use disappears",
  covers: [],
  reads: ["listeners", "routes", "objects"],
  needs: [],
  check({ before, after }, find) {
    const said = new Set<string>();
    for (const hostsOf of [listenedHosts, routedHosts]) {
      const now = [...hostsOf(after).keys(), ...standardHosts(after)];
      for (const [host, origin] of hostsOf(before)) {
        if (said.has(host) || now.some((each) => matchesHost(each, host))) continue;
        said.add(host);
        find({
          outcome: "fail",
          origin,
          message: `${host} was served at a gateway, and no ${hostsOf === listenedHosts ? "gateway listens for it" : "route of a gateway is for it"} any more`,
          fix: "keep it, or redirect it, until its clients are gone",
          absent: ["listener", "route"],
        });
      }
    }
  },
};

type Hosts = ReadonlyMap<string, Origin>;

function listenedHosts({ listeners }: Pick<Graph, "listeners">): Hosts {
  return new Map(listeners.map(({ host, origin }) => [host, origin]));
}

/** Hosts of routes that are attached to a gateway. */
function routedHosts({ routes }: Pick<Graph, "routes">): Hosts {
  const outside = routes.filter(({ gateways }) => gateways.some((each) => each !== "mesh"));
  return new Map(
    outside.flatMap(({ hosts, origin }) => hosts.map((host) => [host, origin] as const)),
  );
}
