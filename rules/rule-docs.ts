import { accessDocs } from "./access/docs.ts";
import { ambientDocs } from "./ambient/docs.ts";
import { annotationsDocs } from "./annotations/docs.ts";
import { changeDocs } from "./change/docs.ts";
import { clustersDocs } from "./clusters/docs.ts";
import { destinationsDocs } from "./destinations/docs.ts";
import { egressDocs } from "./egress/docs.ts";
import { envoyDocs } from "./envoy/docs.ts";
import { envoyFilterDocs } from "./envoy-filter/docs.ts";
import { extensionsDocs } from "./extensions/docs.ts";
import { gatewayApiDocs } from "./gateway-api/docs.ts";
import { gatewayDocs } from "./gateway/docs.ts";
import { jwtDocs } from "./jwt/docs.ts";
import { mtlsDocs } from "./mtls/docs.ts";
import { namespacesDocs } from "./namespaces/docs.ts";
import { objectsDocs } from "./objects/docs.ts";
import { operationsDocs } from "./operations/docs.ts";
import { pulumiDocs } from "./pulumi/docs.ts";
import { resilienceDocs } from "./resilience/docs.ts";
import { routingDocs } from "./routing/docs.ts";
import { schemaDocs } from "./schema/docs.ts";
import { serviceEntriesDocs } from "./service-entries/docs.ts";
import { servicesDocs } from "./services/docs.ts";
import { sidecarDocs } from "./sidecar/docs.ts";
import { telemetryDocs } from "./telemetry/docs.ts";
import { webhooksDocs } from "./webhooks/docs.ts";
import { workloadsDocs } from "./workloads/docs.ts";
import type { ChangeRuleDoc, RuleDoc } from "./rule.ts";

/** Text and examples of every rule, by its id. Apart from the rules, so that running them loads none of it. */
export const ruleDocs: ReadonlyMap<string, RuleDoc> = new Map([
  ...accessDocs,
  ...ambientDocs,
  ...annotationsDocs,
  ...clustersDocs,
  ...destinationsDocs,
  ...egressDocs,
  ...envoyDocs,
  ...envoyFilterDocs,
  ...extensionsDocs,
  ...gatewayApiDocs,
  ...gatewayDocs,
  ...jwtDocs,
  ...mtlsDocs,
  ...namespacesDocs,
  ...objectsDocs,
  ...operationsDocs,
  ...pulumiDocs,
  ...resilienceDocs,
  ...routingDocs,
  ...schemaDocs,
  ...serviceEntriesDocs,
  ...servicesDocs,
  ...sidecarDocs,
  ...telemetryDocs,
  ...webhooksDocs,
  ...workloadsDocs,
]);

/** The same of every rule of changes. */
export const changeRuleDocs: ReadonlyMap<string, ChangeRuleDoc> = new Map(changeDocs);
