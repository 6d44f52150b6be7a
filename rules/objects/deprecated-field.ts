import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** No field is set that Istio has replaced, or that it ignores. */
export const deprecatedField: Rule = {
  id: "objects/deprecated-field",
  code: "HED4100",
  severity: "warning",
  summary: "no field is set that Istio has replaced or ignores",
  covers: ["IST0002"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "percent")) {
      const http = virtualServiceSpec(object)?.http ?? [];
      const index = http.findIndex(({ fault }) => (fault?.delay?.percent ?? 0) > 0);
      if (index < 0) continue;
      const delay = ["spec", "http", index, "fault", "delay"];
      const { percent, percentage } = http[index]?.fault?.delay ?? {};
      const path = [...delay, "percent"];
      const value = [...delay, "percentage", "value"];
      find({
        outcome: "fail",
        origin: object.origin(path),
        message: "fault.delay.percent is deprecated",
        fix: "write fault.delay.percentage.value",
        ...(percent === undefined || percentage !== undefined
          ? {}
          : {
              edits: [
                { kind: "remove", path },
                { kind: "set", path: value, value: percent },
              ],
            }),
      });
    }
    for (const object of objectsOf(graph, sidecarType)) {
      if (sidecarSpec(object)?.outboundTrafficPolicy?.egressProxy === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "outboundTrafficPolicy", "egressProxy"]),
        message: "outboundTrafficPolicy.egressProxy is ignored",
        fix: "remove it, and route external traffic to the egress gateway with a VirtualService",
      });
    }
  },
};
