import type { Rule } from "../rule.ts";
import { belongsToIstio, checkedServices } from "./checked-services.ts";
import { protocolInName, saysProtocol } from "./port-protocol.ts";

/** The port of a service says its protocol, by `appProtocol` or by the start of its name. */
export const portName: Rule = {
  id: "services/port-name",
  code: "HED4130",
  severity: "info",
  summary: "the ports of a service say their protocol",
  covers: ["IST0118", "KIA0601", "KIA0602"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, spec } of checkedServices(graph)) {
      if (spec.type === "ExternalName" || belongsToIstio(object)) continue;
      spec.ports?.forEach((port, index) => {
        if (saysProtocol(port)) return;
        const { name, appProtocol, port: number } = port;
        const byProtocol = appProtocol !== undefined;
        const said = byProtocol
          ? `appProtocol ${JSON.stringify(appProtocol)}`
          : name === undefined
            ? "no name"
            : `the name ${JSON.stringify(name)}`;
        const path = ["spec", "ports", index];
        // Others may refer to the port by its name, so that the name stays.
        const protocol = protocolInName(port);
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `port ${String(number ?? "?")} has ${said}, which says no protocol that Istio knows`,
          fix: `begin the name with the protocol (http-${name ?? "web"}, grpc-…, tcp-…, tls-…), or set appProtocol`,
          covers: ["IST0118", byProtocol ? "KIA0602" : "KIA0601"],
          ...(protocol === undefined
            ? {}
            : { edits: [{ kind: "set", path: [...path, "appProtocol"], value: protocol }] }),
        });
      });
    }
  },
};
