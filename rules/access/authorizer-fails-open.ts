import { z } from "zod";
import { flag, message, text } from "../../graph/kinds/fields.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import type { Rule } from "../rule.ts";

const authorizer = message({ failOpen: flag, timeout: text });
const provider = z.looseObject({
  name: text,
  envoyExtAuthzHttp: authorizer,
  envoyExtAuthzGrpc: authorizer,
});

/** An external authorizer that does not answer keeps requests out. */
export const authorizerFailsOpen: Rule = {
  id: "access/authorizer-fails-open",
  code: "HED4786",
  severity: "warning",
  summary: "without its answer, an external authorizer lets nobody in",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config, object } = meshConfig(graph);
    if (object === undefined) return;
    for (const each of config.extensionProviders ?? []) {
      const { data } = provider.safeParse(each);
      const said = data?.envoyExtAuthzHttp ?? data?.envoyExtAuthzGrpc;
      if (said?.failOpen !== true) continue;
      find({
        outcome: "fail",
        origin: object.origin(),
        message: `the authorizer ${data?.name ?? ""} has failOpen: while it is down, every request is let in`,
        fix: "remove failOpen, and run the authorizer with several instances",
      });
    }
  },
};
