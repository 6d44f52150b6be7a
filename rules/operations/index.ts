import { openDebugPort } from "./open-debug-port.ts";
import { gatewayWithoutBudget } from "./gateway-without-budget.ts";
import { gatewayOnOneNode } from "./gateway-on-one-node.ts";
import { controlPlaneWithoutBudget } from "./control-plane-without-budget.ts";
import { missingRequests } from "./missing-requests.ts";
import { requestAboveLimit } from "./request-above-limit.ts";
import { sidecarHalfSized } from "./sidecar-half-sized.ts";
import { moreWorkersThanCpu } from "./more-workers-than-cpu.ts";
import { autoscalerCountsProxy } from "./autoscaler-counts-proxy.ts";
import { unscopedProxies } from "./unscoped-proxies.ts";
import { kubernetesTooOld } from "./kubernetes-too-old.ts";
import { largeConfiguration } from "./large-configuration.ts";
import { unsupportedVersion } from "./unsupported-version.ts";
import { versionSkew } from "./version-skew.ts";
import { suppressionWithoutEnd } from "./suppression-without-end.ts";
import { missingOwner } from "./missing-owner.ts";
import { gatewayWithoutLogs } from "./gateway-without-logs.ts";
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
  controlPlaneWithoutBudget,
  missingRequests,
  requestAboveLimit,
  sidecarHalfSized,
  moreWorkersThanCpu,
  autoscalerCountsProxy,
  unscopedProxies,
  kubernetesTooOld,
  largeConfiguration,
  unsupportedVersion,
  versionSkew,
  suppressionWithoutEnd,
  missingOwner,
  gatewayWithoutLogs,
];
