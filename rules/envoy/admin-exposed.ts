import { envoyConfigs } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import { field, fieldAt, isLocal, text } from "./parts.ts";

/** The administration of an Envoy is for its own machine. */
export const adminExposed: Rule = {
  id: "envoy/admin-exposed",
  code: "HED4840",
  severity: "error",
  summary: "the administration of an Envoy listens on loopback or a pipe",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      const address = fieldAt(config.content, "admin", "address");
      if (field(address, "socket_address") === undefined || isLocal(address)) continue;
      const path = ["admin", "address", "socket_address", "address"];
      find({
        outcome: "fail",
        origin: config.origin(path),
        message: `${config.prefix(path)}the administration listens on ${text(address, "socket_address", "address") ?? "no address"}: who reaches it reads every secret name and stops the proxy`,
        fix: "use 127.0.0.1, or a pipe; let a listener of its own offer /ready and /stats to others",
      });
    }
  },
};
