import { openDebugPort } from "./open-debug-port.ts";
import { gatewayWithoutBudget } from "./gateway-without-budget.ts";
import { gatewayOnOneNode } from "./gateway-on-one-node.ts";
import type { Rule } from "../rule.ts";
import { autoscalerAndReplicas } from "./autoscaler-and-replicas.ts";
import { blockingBudget } from "./blocking-budget.ts";
import { singleControlPlane } from "./single-control-plane.ts";
import { singleGateway } from "./single-gateway.ts";

/** The rules of `operations/`. */
export const operationsRules: readonly Rule[] = [
  autoscalerAndReplicas,
  blockingBudget,
  singleControlPlane,
  singleGateway,
  openDebugPort,
  gatewayWithoutBudget,
  gatewayOnOneNode,
];
