import { z } from "zod";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { messages, text } from "../../graph/kinds/fields.ts";
import { withoutNulls } from "../../graph/kinds/without-nulls.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const waypointBound = ["istio.io/WaypointBound"];
const gatewayApi = ["Accepted", "Programmed", "ResolvedRefs"];

/** The conditions that must not be false, by type of object. */
const needed: Readonly<Record<string, readonly string[]>> = {
  "/Service": waypointBound,
  "networking.istio.io/ServiceEntry": waypointBound,
  "networking.istio.io/WorkloadEntry": waypointBound,
  "security.istio.io/AuthorizationPolicy": ["ZtunnelAccepted", "WaypointAccepted"],
  "gateway.networking.k8s.io/Gateway": gatewayApi,
  "gateway.networking.k8s.io/HTTPRoute": gatewayApi,
  "gateway.networking.k8s.io/GRPCRoute": gatewayApi,
};

const condition = { type: text, status: text, reason: text, message: text };
const schema = z.looseObject({
  conditions: messages(condition),
  parents: messages({ conditions: messages(condition) }),
});

/** Where the input is a dump of a cluster, no status of an object says that it does not work. */
export const negativeStatus: Rule = {
  id: "objects/negative-status",
  code: "HED4109",
  severity: "warning",
  summary: "no status of an object says that it does not work",
  covers: ["IST0171"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const [type, names] of Object.entries(needed)) {
      for (const object of objectsOf(graph, type)) {
        for (const { type: name = "", status, reason = "", message = "" } of conditionsOf(object)) {
          const partly = name === "WaypointAccepted" && reason === "PartiallyInvalid";
          if (!names.includes(name) || (status !== "False" && !partly)) continue;
          find({
            outcome: "fail",
            origin: object.origin(["status"]),
            message: `the status says ${name}: ${status ?? ""} (${reason}): ${message.replace(/\.+$/, "")}`,
            fix: "do what the status asks for, and read it again",
          });
        }
      }
    }
  },
};

function conditionsOf({ raw }: KubernetesObject) {
  if (raw["status"] === undefined) return [];
  const { conditions = [], parents = [] } =
    schema.safeParse(withoutNulls(raw["status"])).data ?? {};
  return [...conditions, ...parents.flatMap((parent) => parent.conditions ?? [])];
}
