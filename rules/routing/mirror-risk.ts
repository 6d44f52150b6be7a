import type { Graph, RouteRuleNode } from "../../graph/graph.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { builtRoutes } from "../../graph/route-rules.ts";
import { findDestination } from "./find-destination.ts";
import { routeDestinations } from "./route-destinations.ts";
import type { Rule } from "../rule.ts";

/** A mirror goes to another version than the one that answers, and stays inside the mesh. */
export const mirrorRisk: Rule = {
  id: "routing/mirror-risk",
  code: "HED4757",
  severity: "warning",
  summary: "a mirror goes to another version, inside the mesh",
  covers: [],
  reads: ["objects", "routes"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "mirror", "mirrors")) {
      const { namespace } = object;
      const exportTo = virtualServiceSpec(object)?.exportTo;
      const all = routeDestinations(object);
      const key = ({ full, subset = "", port = 0 }: (typeof all)[number]) =>
        `${full} ${subset} ${String(port)}`;
      for (const mirror of all.filter((each) => each.mirror)) {
        const rule = mirror.path[2];
        const answering = all.filter(
          (each) => !each.mirror && each.path[1] === "http" && each.path[2] === rule,
        );
        const isItself = answering.some(
          (each) => key(each) === key(mirror) && answers(each.weight, answering.length),
        );
        const found = findDestination(graph, mirror.full, { namespace, exportTo });
        const location = found.kind === "found" ? found.host.entry?.location : undefined;
        const isOutside =
          found.kind === "found" &&
          found.host.entry !== undefined &&
          (location ?? "MESH_EXTERNAL") === "MESH_EXTERNAL";
        if (!isItself && !isOutside) continue;
        const why = isItself
          ? itself
          : "which is outside the mesh: copies of requests, with their tokens, leave it";
        find({
          outcome: "fail",
          origin: object.origin(mirror.path),
          message: `mirrors to ${mirror.host}, ${why}`,
          fix,
        });
      }
    }
    for (const { origin, mirror, destinations } of meshRules(graph)) {
      if (mirror === undefined) continue;
      const isItself = destinations.some(
        ({ host, subset, weight }) =>
          host === mirror.host && subset === mirror.subset && answers(weight, destinations.length),
      );
      if (!isItself) continue;
      const message = `mirrors to ${mirror.host}, ${itself}`;
      find({ outcome: "fail", origin, message, fix });
    }
  },
};

const itself = "which answers the same requests: every one of them is done twice";
const fix = "mirror to a version that is not in use yet, with storage of its own";

/** A part of a split can wait with no requests of its own. */
function answers(weight: number | undefined, parts: number): boolean {
  return parts === 1 || (weight ?? 0) > 0;
}

/** Those of a mesh; its routes at gateways have the same mirrors again. A mesh sends no copies outside (HED2022). */
function meshRules(graph: Pick<Graph, "routes">): readonly RouteRuleNode[] {
  return builtRoutes(graph).flatMap(({ gateways, rules }) =>
    gateways.includes("mesh") ? rules : [],
  );
}
