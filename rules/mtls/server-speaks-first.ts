import { receiverModes } from "../receiver-mode.ts";
import type { Rule } from "../rule.ts";
import { checkedServices } from "../services/checked-services.ts";
import { podsOfService } from "../services/pods-of-services.ts";
import { saysProtocol } from "../services/port-protocol.ts";
import { isMeshDescribed } from "./mesh-described.ts";
import { serverFirstProtocol } from "./server-first-ports.ts";

/** A port whose server speaks first says its protocol where plaintext is taken too. */
export const serverSpeaksFirst: Rule = {
  id: "mtls/server-speaks-first",
  code: "HED4728",
  severity: "warning",
  summary: "where plaintext is taken too, a port whose server speaks first says its protocol",
  covers: [],
  reads: ["objects", "workloads", "receiverModes"],
  needs: ["receiver-mode"],
  check(graph, find) {
    const described = isMeshDescribed(graph);
    for (const service of checkedServices(graph)) {
      const { object, spec } = service;
      if (spec.ports?.every(saysProtocol) ?? true) continue;
      const pods = podsOfService(graph, service).filter(({ mode }) => mode === "sidecar");
      const [first] = pods;
      if (first === undefined) continue;
      for (const [index, port] of (spec.ports ?? []).entries()) {
        if (saysProtocol(port)) continue;
        const protocol = serverFirstProtocol(port, pods);
        if (protocol === undefined) continue;
        const modes = receiverModes(graph, first);
        const number = Number(port.targetPort ?? port.port);
        const stated =
          modes.find((each) => each.port === number) ??
          modes.find((each) => each.port === undefined);
        if (stated !== undefined && stated.mode !== "permissive") continue;
        find({
          outcome: stated === undefined && !described ? "unknown" : "fail",
          origin: object.origin(["spec", "ports", index]),
          message: `port ${String(port.port ?? "?")} looks like ${protocol}, in which the server speaks first, and says no protocol: with permissive mTLS the proxy waits for the client to speak, and the client for the server`,
          fix: "take mTLS only; or begin the name of the port with tcp-, or set appProtocol: tcp, which helps callers with a proxy and no others",
          absent: ["receiver-mode"],
        });
      }
    }
  },
};
