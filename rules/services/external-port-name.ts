import type { Rule } from "../rule.ts";
import { belongsToIstio, checkedServices } from "./checked-services.ts";
import { saysProtocol } from "./port-protocol.ts";

/** The ports of an ExternalName service are named after a protocol other than plain `tcp`. */
export const externalPortName: Rule = {
  id: "services/external-port-name",
  code: "HED4131",
  severity: "warning",
  summary: "the ports of an ExternalName service catch no other traffic",
  covers: ["IST0150"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, spec } of checkedServices(graph)) {
      if (spec.type !== "ExternalName" || belongsToIstio(object)) continue;
      const ports = spec.ports ?? [];
      const index = ports.findIndex((port) => port.name === "tcp" || !saysProtocol(port));
      if (index < 0) continue;
      const { name = "", port } = ports[index] ?? {};
      find({
        outcome: "fail",
        origin: object.origin(["spec", "ports", index]),
        message: `port ${String(port ?? "?")} of an ExternalName service has the name ${JSON.stringify(name)}, so that proxies listen on it for every address`,
        fix: "name the port after its protocol: http, https, tls or grpc",
      });
    }
  },
};
