import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** AUTO_PASSTHROUGH leads to every service that the client names. It is for hosts of the mesh only. */
export const openPassthrough: Rule = {
  id: "gateway/open-passthrough",
  code: "HED4480",
  severity: "error",
  summary: "mode AUTO_PASSTHROUGH is limited to hosts of the mesh",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, gatewayType, find)) {
      for (const [index, { tls, hosts = [] }] of (gatewaySpec(object)?.servers ?? []).entries()) {
        if (tls?.mode !== "AUTO_PASSTHROUGH") continue;
        for (const [place, text] of hosts.entries()) {
          if (/\.(?:local|global|internal)$/.test(text)) continue;
          find({
            outcome: "fail",
            origin: object.origin(["spec", "servers", index, "hosts", place]),
            message: `mode AUTO_PASSTHROUGH for ${text} leads to every service that a client names`,
            fix: 'limit the hosts to "*.local", or use PASSTHROUGH with routes',
          });
        }
      }
    }
  },
};
