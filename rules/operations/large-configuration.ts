import type { Path } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/graph.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type VirtualServiceSpec,
} from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** Most of what one object may hold before every push of it is slow. */
const most = { matches: 200, gatewayHosts: 200, regex: 1000, body: 64 * 1024 };

/** No single object makes the configuration of proxies large. */
export const largeConfiguration: Rule = {
  id: "operations/large-configuration",
  code: "HED4827",
  severity: "info",
  summary: "no single object makes the configuration of proxies large",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const note = (origin: Origin, message: string) => {
      find({
        outcome: "fail",
        origin,
        message,
        fix: "divide it: by host, by delegates for each team, or by gateways",
      });
    };
    const withParts = new Set(objectsWith(graph, virtualServiceType, "regex", "directResponse"));
    for (const object of objectsOf(graph, virtualServiceType)) {
      const spec = virtualServiceSpec(object) ?? {};
      const { hosts = [], http = [] } = spec;
      const matches = http.reduce((sum, { match = [] }) => sum + Math.max(1, match.length), 0);
      const count = matches * Math.max(1, hosts.length);
      if (count > most.matches) {
        note(
          object.origin(["spec", "http"]),
          `becomes ${String(count)} routes (${String(matches)} for each of ${String(hosts.length)} hosts); every change sends all of them to every proxy`,
        );
      }
      const found = withParts.has(object) ? largePart(spec) : undefined;
      if (found !== undefined) note(object.origin(found.path), found.message);
    }
    for (const object of objectsOf(graph, gatewayType)) {
      const { servers = [] } = gatewaySpec(object) ?? {};
      const hosts = servers.reduce((sum, { hosts: own = [] }) => sum + own.length, 0);
      if (hosts <= most.gatewayHosts) continue;
      note(
        object.origin(["spec", "servers"]),
        `has ${String(hosts)} hosts; every change of one sends the listeners of all of them`,
      );
    }
  },
};

function largePart({ http = [] }: VirtualServiceSpec): { path: Path; message: string } | undefined {
  for (const [index, { match = [], directResponse }] of http.entries()) {
    const at = ["spec", "http", index];
    const long = match.findIndex(({ uri }) => (uri?.regex?.length ?? 0) > most.regex);
    if (long >= 0) {
      const message = `a regular expression of ${String(match[long]?.uri?.regex?.length)} characters is tried on every request`;
      return { path: [...at, "match", long, "uri", "regex"], message };
    }
    const { string = "", bytes = "" } = directResponse?.body ?? {};
    const size = Math.max(string.length, bytes.length);
    if (size > most.body) {
      const message = `a body of ${String(size)} characters is part of the configuration of every proxy`;
      return { path: [...at, "directResponse", "body"], message };
    }
  }
  return undefined;
}
