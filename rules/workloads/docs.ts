import { accountOfGroupDoc } from "./account-of-group.doc.ts";
import { captureBypassDoc } from "./capture-bypass.doc.ts";
import { hostNetworkDoc } from "./host-network.doc.ts";
import { imageOfPodDoc } from "./image-of-pod.doc.ts";
import { imageOfWorkloadDoc } from "./image-of-workload.doc.ts";
import { jobNeverEndsDoc } from "./job-never-ends.doc.ts";
import { labelsOfGroupsDoc } from "./labels-of-groups.doc.ts";
import { localhostListenerDoc } from "./localhost-listener.doc.ts";
import { networkPolicyBlocksProxyDoc } from "./network-policy-blocks-proxy.doc.ts";
import { openKeyFetchDoc } from "./open-key-fetch.doc.ts";
import { optedOutDoc } from "./opted-out.doc.ts";
import { ownProxyImageDoc } from "./own-proxy-image.doc.ts";
import { podWithoutProxyDoc } from "./pod-without-proxy.doc.ts";
import { portsOfTargetDoc } from "./ports-of-target.doc.ts";
import { protocolsOfPortDoc } from "./protocols-of-port.doc.ts";
import { proxyImageMismatchDoc } from "./proxy-image-mismatch.doc.ts";
import { proxyUserDoc } from "./proxy-user.doc.ts";
import { reservedPortDoc } from "./reserved-port.doc.ts";
import { sharedIdentityDoc } from "./shared-identity.doc.ts";
import { sidecarAndAmbientDoc } from "./sidecar-and-ambient.doc.ts";
import { sidecarInAmbientNamespaceDoc } from "./sidecar-in-ambient-namespace.doc.ts";
import { startsBeforeProxyDoc } from "./starts-before-proxy.doc.ts";
import { unknownWaypointDoc } from "./unknown-waypoint.doc.ts";
import { waypointWithoutAmbientDoc } from "./waypoint-without-ambient.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `workloads/`, by id. */
export const workloadsDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["workloads/account-of-group", accountOfGroupDoc],
  ["workloads/capture-bypass", captureBypassDoc],
  ["workloads/host-network", hostNetworkDoc],
  ["workloads/image-of-pod", imageOfPodDoc],
  ["workloads/image-of-workload", imageOfWorkloadDoc],
  ["workloads/job-never-ends", jobNeverEndsDoc],
  ["workloads/labels-of-groups", labelsOfGroupsDoc],
  ["workloads/localhost-listener", localhostListenerDoc],
  ["workloads/network-policy-blocks-proxy", networkPolicyBlocksProxyDoc],
  ["workloads/open-key-fetch", openKeyFetchDoc],
  ["workloads/opted-out", optedOutDoc],
  ["workloads/own-proxy-image", ownProxyImageDoc],
  ["workloads/pod-without-proxy", podWithoutProxyDoc],
  ["workloads/ports-of-target", portsOfTargetDoc],
  ["workloads/protocols-of-port", protocolsOfPortDoc],
  ["workloads/proxy-image-mismatch", proxyImageMismatchDoc],
  ["workloads/proxy-user", proxyUserDoc],
  ["workloads/reserved-port", reservedPortDoc],
  ["workloads/shared-identity", sharedIdentityDoc],
  ["workloads/sidecar-and-ambient", sidecarAndAmbientDoc],
  ["workloads/sidecar-in-ambient-namespace", sidecarInAmbientNamespaceDoc],
  ["workloads/starts-before-proxy", startsBeforeProxyDoc],
  ["workloads/unknown-waypoint", unknownWaypointDoc],
  ["workloads/waypoint-without-ambient", waypointWithoutAmbientDoc],
];
