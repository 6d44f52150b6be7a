import {
  virtualServiceSpec,
  virtualServiceType,
  type HttpMatch,
} from "../../graph/kinds/virtual-service.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** A route that matches requests for a stream, by their headers, has no timeout: it would cut the stream off. */
export const streamingTimeout: Rule = {
  id: "resilience/streaming-timeout",
  code: "HED4771",
  severity: "warning",
  summary: "routes of streams have no timeout",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "headers")) {
      const routes = virtualServiceSpec(object)?.http ?? [];
      for (const [index, { timeout, match = [] }] of routes.entries()) {
        if (timeout === undefined || /^0+(?:\.0+)?(?:ms|[hms])$/.test(timeout)) continue;
        const stream = match.map(streamOf).find((each) => each !== undefined);
        if (stream === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "http", index, "timeout"]),
          message: `cuts ${stream} off after ${timeout}`,
          fix: "set timeout to 0s for this route, and end idle connections in the application",
        });
      }
    }
  },
};

/** What a match takes that lasts; undefined for other requests. */
function streamOf({ headers = {} }: HttpMatch): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    const said = (value.exact ?? value.prefix ?? value.regex ?? "").toLowerCase();
    if (name.toLowerCase() === "upgrade" && said.includes("websocket")) return "WebSockets";
    if (name.toLowerCase() === "accept" && said.includes("text/event-stream"))
      return "event streams";
  }
  return undefined;
}
