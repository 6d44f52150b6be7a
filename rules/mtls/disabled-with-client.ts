import type { Rule } from "../rule.ts";
import { isMutual, wideClientModes, wideServerModes } from "./wide-settings.ts";

/** Servers that are told to take no mTLS have no clients that are told to start it. */
export const disabledWithClient: Rule = {
  id: "mtls/disabled-with-client",
  code: "HED4655",
  severity: "error",
  summary: "where servers take no mTLS, no DestinationRule makes clients start it",
  covers: ["KIA0505", "KIA0506"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const clients = wideClientModes(graph).filter((each) => isMutual(each.mode));
    for (const { object, mode, namespace } of wideServerModes(graph)) {
      if (mode !== "DISABLE") continue;
      const client = clients.find(
        (each) =>
          each.namespace === undefined || namespace === undefined || each.namespace === namespace,
      );
      if (client === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "mtls", "mode"]),
        message: `servers take plaintext only, and ${client.object.origin().source} makes clients start mTLS`,
        fix: "set the mode to PERMISSIVE or STRICT, or remove the TLS setting of the DestinationRule",
        covers: [namespace === undefined ? "KIA0506" : "KIA0505"],
      });
    }
  },
};
