import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, flag, message, messages, text, textMap, texts, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { clientTls, connectionPool, outlierDetection } from "./shared.ts";

const loadBalancer = message({
  simple: text,
  consistentHash: message({
    httpHeaderName: text,
    httpCookie: message({ name: text, path: text, ttl: text }),
    useSourceIp: flag,
    httpQueryParameterName: text,
    ringHash: message({ minimumRingSize: whole }),
    maglev: message({ tableSize: whole }),
    minimumRingSize: whole,
  }),
  localityLbSetting: message({
    distribute: messages({ from: text, to: mapOf(whole).optional() }),
    failover: messages({ from: text, to: text }),
    failoverPriority: texts,
    enabled: flag,
  }),
  warmup: anything,
  warmupDurationSecs: text,
});

const portPolicy = {
  port: message({ number: whole }),
  loadBalancer,
  connectionPool,
  outlierDetection,
  tls: clientTls,
} as const;

const trafficPolicy = message({
  loadBalancer,
  connectionPool,
  outlierDetection,
  tls: clientTls,
  portLevelSettings: messages(portPolicy),
  tunnel: message({ protocol: text, targetHost: text, targetPort: whole }),
  proxyProtocol: anything,
  retryBudget: anything,
});

const schema = fieldsOf({
  host: text,
  trafficPolicy,
  subsets: messages({ name: text, labels: textMap, trafficPolicy }),
  exportTo: texts,
  workloadSelector: message({ matchLabels: textMap }),
});

export type DestinationRuleSpec = z.output<typeof schema>;
export type TrafficPolicy = NonNullable<DestinationRuleSpec["trafficPolicy"]>;
export type DestinationSubset = NonNullable<DestinationRuleSpec["subsets"]>[number];

export const destinationRuleType = "networking.istio.io/DestinationRule";
const read = readSpec(destinationRuleType, schema);

/** What a DestinationRule says. */
export function destinationRuleSpec(object: KubernetesObject): DestinationRuleSpec | undefined {
  return read(object);
}
