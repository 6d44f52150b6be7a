import { accessRules } from "./access/index.ts";
import { ambientRules } from "./ambient/index.ts";
import { annotationsRules } from "./annotations/index.ts";
import { clustersRules } from "./clusters/index.ts";
import { destinationsRules } from "./destinations/index.ts";
import { egressRules } from "./egress/index.ts";
import { envoyRules } from "./envoy/index.ts";
import { envoyFilterRules } from "./envoy-filter/index.ts";
import { extensionsRules } from "./extensions/index.ts";
import { gatewayApiRules } from "./gateway-api/index.ts";
import { gatewayRules } from "./gateway/index.ts";
import { jwtRules } from "./jwt/index.ts";
import { mtlsRules } from "./mtls/index.ts";
import { namespacesRules } from "./namespaces/index.ts";
import { objectsRules } from "./objects/index.ts";
import { operationsRules } from "./operations/index.ts";
import { pulumiRules } from "./pulumi/index.ts";
import { resilienceRules } from "./resilience/index.ts";
import { routingRules } from "./routing/index.ts";
import { schemaRules } from "./schema/index.ts";
import { serviceEntriesRules } from "./service-entries/index.ts";
import { servicesRules } from "./services/index.ts";
import { sidecarRules } from "./sidecar/index.ts";
import { telemetryRules } from "./telemetry/index.ts";
import { webhooksRules } from "./webhooks/index.ts";
import { workloadsRules } from "./workloads/index.ts";
import type { Rule } from "./rule.ts";

/** Every rule, by code: the lists of all areas. A new rule is entered in the list of its area. */
export const allRules: readonly Rule[] = [
  ...accessRules,
  ...ambientRules,
  ...annotationsRules,
  ...clustersRules,
  ...destinationsRules,
  ...egressRules,
  ...envoyRules,
  ...envoyFilterRules,
  ...extensionsRules,
  ...gatewayApiRules,
  ...gatewayRules,
  ...jwtRules,
  ...mtlsRules,
  ...namespacesRules,
  ...objectsRules,
  ...operationsRules,
  ...pulumiRules,
  ...resilienceRules,
  ...routingRules,
  ...schemaRules,
  ...serviceEntriesRules,
  ...servicesRules,
  ...sidecarRules,
  ...telemetryRules,
  ...webhooksRules,
  ...workloadsRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));
