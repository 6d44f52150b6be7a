import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";
import { isMutual, serverModeOf, wideClientModes } from "./wide-settings.ts";

/** Without automatic mTLS, clients start it for a namespace or the mesh only where servers are told to take it. */
export const clientWithoutServer: Rule = {
  id: "mtls/client-without-server",
  code: "HED4653",
  severity: "error",
  summary: "without automatic mTLS, what clients start has a PeerAuthentication that takes it",
  covers: ["KIA0205", "KIA0206"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (meshConfig(graph).config.enableAutoMtls !== false) return;
    for (const { object, mode, namespace } of wideClientModes(graph)) {
      if (!isMutual(mode)) continue;
      const server = serverModeOf(graph, namespace);
      if (server !== undefined && server.mode !== "DISABLE") continue;
      const place = namespace === undefined ? "the mesh" : `namespace ${namespace}`;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "trafficPolicy", "tls", "mode"]),
        message: `clients start mTLS to every service of ${place}, automatic mTLS is off, and no PeerAuthentication makes its servers take it`,
        fix: `add a PeerAuthentication for ${place} with mtls mode STRICT or PERMISSIVE`,
        covers: [namespace === undefined ? "KIA0205" : "KIA0206"],
        absent: ["receiver-mode"],
      });
    }
  },
};
