import { ambientChecks } from "./ambient.ts";
import { authorizationChecks } from "./authorization.ts";
import { changeChecks } from "./change.ts";
import { consulChecks } from "./consul.ts";
import { destinationsChecks } from "./destinations.ts";
import { egressChecks } from "./egress.ts";
import { envoyChecks } from "./envoy.ts";
import { extensionsChecks } from "./extensions.ts";
import { gatewaysChecks } from "./gateways.ts";
import { linkerdChecks } from "./linkerd.ts";
import { mtlsAndMembershipChecks } from "./mtls-and-membership.ts";
import { multiClusterChecks } from "./multi-cluster.ts";
import { operationsChecks } from "./operations.ts";
import { pulumiChecks } from "./pulumi.ts";
import { requestAuthenticationChecks } from "./request-authentication.ts";
import { resilienceChecks } from "./resilience.ts";
import { routingChecks } from "./routing.ts";
import type { Checks, Place } from "./checks.ts";

const sections: readonly Checks[] = [
  ambientChecks,
  authorizationChecks,
  changeChecks,
  consulChecks,
  destinationsChecks,
  egressChecks,
  envoyChecks,
  extensionsChecks,
  gatewaysChecks,
  linkerdChecks,
  mtlsAndMembershipChecks,
  multiClusterChecks,
  operationsChecks,
  pulumiChecks,
  requestAuthenticationChecks,
  resilienceChecks,
  routingChecks,
];

/** Every check of the inventory, by id: 280 of them, in the order of the sections. */
export const inventory: ReadonlyMap<string, Place> = new Map(
  sections.flatMap((each) => Object.entries(each)),
);
