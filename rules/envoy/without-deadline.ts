import { envoyConfigs, type EnvoyConfig } from "../../graph/objects/envoy-configs.ts";
import type { Rule } from "../rule.ts";
import {
  field,
  httpManagers,
  listenersOf,
  partsAt,
  text,
  virtualHosts,
  type Part,
} from "./parts.ts";

/** A route of an Envoy ends at some time. Said once for each virtual host. */
export const withoutDeadline: Rule = {
  id: "envoy/without-deadline",
  code: "HED4845",
  severity: "info",
  summary: "a route of an Envoy that switches its timeout off has another one",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const config of envoyConfigs(graph)) {
      for (const host of hostsOf(config)) {
        const endless = partsAt(host, "routes").filter(isEndless);
        const [first] = endless;
        if (first === undefined) continue;
        const others = endless.length === 1 ? "" : ` and ${String(endless.length - 1)} more`;
        find({
          outcome: "fail",
          origin: config.origin([...first.path, "route", "timeout"]),
          message: `${config.prefix(first.path)}this route${others} of virtual host ${text(host.value, "name") ?? ""} waits for an answer as long as the client does`,
          fix: "set a timeout, or max_stream_duration where streams are meant",
        });
      }
    }
  },
};

/** Where the connection manager says itself how long a stream may be silent, somebody thought of it. */
function hostsOf(config: EnvoyConfig): readonly Part[] {
  const managers = listenersOf(config).flatMap(httpManagers);
  return managers
    .filter(({ value }) => (field(value, "stream_idle_timeout") ?? "0s") === "0s")
    .flatMap(virtualHosts);
}

function isEndless({ value }: Part): boolean {
  const route = field(value, "route");
  const timeout = field(route, "timeout");
  if (timeout !== "0s" && timeout !== "0") return false;
  return (
    field(route, "max_stream_duration") === undefined && field(route, "idle_timeout") === undefined
  );
}
