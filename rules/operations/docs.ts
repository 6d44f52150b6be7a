import { controlPlaneWithoutBudgetDoc } from "./control-plane-without-budget.doc.ts";
import { missingRequestsDoc } from "./missing-requests.doc.ts";
import { requestAboveLimitDoc } from "./request-above-limit.doc.ts";
import { sidecarHalfSizedDoc } from "./sidecar-half-sized.doc.ts";
import { moreWorkersThanCpuDoc } from "./more-workers-than-cpu.doc.ts";
import { autoscalerCountsProxyDoc } from "./autoscaler-counts-proxy.doc.ts";
import { unscopedProxiesDoc } from "./unscoped-proxies.doc.ts";
import { kubernetesTooOldDoc } from "./kubernetes-too-old.doc.ts";
import { largeConfigurationDoc } from "./large-configuration.doc.ts";
import { unsupportedVersionDoc } from "./unsupported-version.doc.ts";
import { versionSkewDoc } from "./version-skew.doc.ts";
import { suppressionWithoutEndDoc } from "./suppression-without-end.doc.ts";
import { missingOwnerDoc } from "./missing-owner.doc.ts";
import { gatewayWithoutLogsDoc } from "./gateway-without-logs.doc.ts";
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
  ["operations/control-plane-without-budget", controlPlaneWithoutBudgetDoc],
  ["operations/missing-requests", missingRequestsDoc],
  ["operations/request-above-limit", requestAboveLimitDoc],
  ["operations/sidecar-half-sized", sidecarHalfSizedDoc],
  ["operations/more-workers-than-cpu", moreWorkersThanCpuDoc],
  ["operations/autoscaler-counts-proxy", autoscalerCountsProxyDoc],
  ["operations/unscoped-proxies", unscopedProxiesDoc],
  ["operations/kubernetes-too-old", kubernetesTooOldDoc],
  ["operations/large-configuration", largeConfigurationDoc],
  ["operations/unsupported-version", unsupportedVersionDoc],
  ["operations/version-skew", versionSkewDoc],
  ["operations/suppression-without-end", suppressionWithoutEndDoc],
  ["operations/missing-owner", missingOwnerDoc],
  ["operations/gateway-without-logs", gatewayWithoutLogsDoc],
];
