import { accountOfGroup } from "./account-of-group.ts";
import { captureBypass } from "./capture-bypass.ts";
import { hostNetwork } from "./host-network.ts";
import { imageOfPod } from "./image-of-pod.ts";
import { imageOfWorkload } from "./image-of-workload.ts";
import { jobNeverEnds } from "./job-never-ends.ts";
import { labelsOfGroups } from "./labels-of-groups.ts";
import { localhostListener } from "./localhost-listener.ts";
import { networkPolicyBlocksProxy } from "./network-policy-blocks-proxy.ts";
import { openKeyFetch } from "./open-key-fetch.ts";
import { optedOut } from "./opted-out.ts";
import { ownProxyImage } from "./own-proxy-image.ts";
import { podWithoutProxy } from "./pod-without-proxy.ts";
import { portsOfTarget } from "./ports-of-target.ts";
import { protocolsOfPort } from "./protocols-of-port.ts";
import { proxyImageMismatch } from "./proxy-image-mismatch.ts";
import { proxyUser } from "./proxy-user.ts";
import { reservedPort } from "./reserved-port.ts";
import { sharedIdentity } from "./shared-identity.ts";
import { sidecarAndAmbient } from "./sidecar-and-ambient.ts";
import { sidecarInAmbientNamespace } from "./sidecar-in-ambient-namespace.ts";
import { startsBeforeProxy } from "./starts-before-proxy.ts";
import { unknownWaypoint } from "./unknown-waypoint.ts";
import { waypointWithoutAmbient } from "./waypoint-without-ambient.ts";
import type { Rule } from "../rule.ts";

/** The rules of `workloads/`. */
export const workloadsRules: readonly Rule[] = [
  accountOfGroup,
  captureBypass,
  hostNetwork,
  imageOfPod,
  imageOfWorkload,
  jobNeverEnds,
  labelsOfGroups,
  localhostListener,
  networkPolicyBlocksProxy,
  openKeyFetch,
  optedOut,
  ownProxyImage,
  podWithoutProxy,
  portsOfTarget,
  protocolsOfPort,
  proxyImageMismatch,
  proxyUser,
  reservedPort,
  sharedIdentity,
  sidecarAndAmbient,
  sidecarInAmbientNamespace,
  startsBeforeProxy,
  unknownWaypoint,
  waypointWithoutAmbient,
];
