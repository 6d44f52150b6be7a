import type { Rule } from "../rule.ts";
import { injectors } from "./istio-webhooks.ts";

/** The API server gives a webhook up after this time, in seconds, where nothing is said. */
const usual = 10;
/** Too short for a control plane that is busy. */
const least = 2;

/** Without its answer, the injector keeps a pod from starting without a proxy. */
export const injectorFailsOpen: Rule = {
  id: "webhooks/injector-fails-open",
  code: "HED4833",
  severity: "warning",
  summary: "an injector of Istio fails closed, and is waited for",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, index, webhook, name } of injectors(graph)) {
      const { failurePolicy = "Fail", timeoutSeconds = usual } = webhook;
      if (failurePolicy === "Ignore") {
        find({
          outcome: "fail",
          origin: object.origin(["webhooks", index, "failurePolicy"]),
          message: `${name} is ignored when it does not answer: pods then start without a proxy, in plaintext and without access rules`,
          fix: "set failurePolicy: Fail, and run istiod with at least two instances",
        });
      }
      if (timeoutSeconds >= least) continue;
      find({
        outcome: "fail",
        origin: object.origin(["webhooks", index, "timeoutSeconds"]),
        message: `${name} is given up after ${String(timeoutSeconds)} s, which a busy istiod needs`,
        fix: "set timeoutSeconds: 10",
      });
    }
  },
};
