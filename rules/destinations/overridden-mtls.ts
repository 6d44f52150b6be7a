import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { clientTlsSettings } from "./client-tls-settings.ts";
import { isMutual, namespaceOf, wideClientModes } from "../mtls/wide-settings.ts";
import type { Rule } from "../rule.ts";

/** A DestinationRule for one host repeats the mTLS of the one for its namespace or the mesh: they are not merged. */
export const overriddenMtls: Rule = {
  id: "destinations/overridden-mtls",
  code: "HED4652",
  severity: "warning",
  summary: "a DestinationRule for one host keeps the mTLS that a wider one starts",
  covers: ["KIA0204"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const wide = wideClientModes(graph).filter(({ mode }) => isMutual(mode));
    if (wide.length === 0) return;
    for (const object of objectsOf(graph, destinationRuleType)) {
      const spec = destinationRuleSpec(object);
      const namespace = namespaceOf(spec?.host ?? "", object.namespace);
      if (spec === undefined || namespace === undefined) continue;
      if (clientTlsSettings(spec).some(({ inSubset }) => !inSubset)) continue;
      const lost = wide.find(
        (each) => each.namespace === undefined || each.namespace === namespace,
      );
      if (lost === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `says nothing of TLS, and takes the place of ${lost.object.origin().source}, which makes clients start mTLS`,
        fix: `add trafficPolicy.tls with mode ${lost.mode}, or rely on automatic mTLS and remove the wider rule`,
      });
    }
  },
};
