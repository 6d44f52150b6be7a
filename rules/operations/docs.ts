import { openDebugPortDoc } from "./open-debug-port.doc.ts";
import { gatewayWithoutBudgetDoc } from "./gateway-without-budget.doc.ts";
import { gatewayOnOneNodeDoc } from "./gateway-on-one-node.doc.ts";
import type { RuleDoc } from "../rule.ts";
import { autoscalerAndReplicasDoc } from "./autoscaler-and-replicas.doc.ts";
import { blockingBudgetDoc } from "./blocking-budget.doc.ts";
import { singleControlPlaneDoc } from "./single-control-plane.doc.ts";
import { singleGatewayDoc } from "./single-gateway.doc.ts";

/** Text and examples of the rules of `operations/`, by id. */
export const operationsDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["operations/autoscaler-and-replicas", autoscalerAndReplicasDoc],
  ["operations/blocking-budget", blockingBudgetDoc],
  ["operations/single-control-plane", singleControlPlaneDoc],
  ["operations/single-gateway", singleGatewayDoc],
  ["operations/open-debug-port", openDebugPortDoc],
  ["operations/gateway-without-budget", gatewayWithoutBudgetDoc],
  ["operations/gateway-on-one-node", gatewayOnOneNodeDoc],
];
