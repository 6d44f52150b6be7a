import type { ValueOf } from "../read/decoding.ts";
import { list, mapOf, message } from "../read/shapes.ts";
import { double, duration, flag, int32, oneOf, text, uint32, uint64 } from "../read/words.ts";
import { connectionPool, labelSelector, textMap, texts } from "./common.ts";

const failover = list(message({ from: text, to: text }));

const localityLb = message({
  distribute: list(message({ from: text, to: mapOf(uint32) })),
  failover,
  failoverPriority: texts,
  enabled: flag,
});

const zoneAwareLb = message({
  enabled: flag,
  failover,
  failoverPriority: texts,
  minClusterSize: uint32,
});

const consistentHash = message({
  httpHeaderName: text,
  httpCookie: message({
    name: text,
    path: text,
    ttl: duration,
    attributes: list(message({ name: text, value: text })),
  }),
  useSourceIp: flag,
  httpQueryParameterName: text,
  ringHash: message({ minimumRingSize: uint64 }),
  maglev: message({ tableSize: uint64 }),
  minimumRingSize: uint64,
});

const loadBalancer = message({
  simple: oneOf(
    "UNSPECIFIED",
    "LEAST_CONN",
    "RANDOM",
    "PASSTHROUGH",
    "ROUND_ROBIN",
    "LEAST_REQUEST",
  ),
  consistentHash,
  localityLbSetting: localityLb,
  zoneAwareLbSetting: zoneAwareLb,
  warmupDurationSecs: duration,
  warmup: message({ duration, minimumPercent: double, aggression: double }),
});

const outlierDetection = message({
  consecutiveErrors: int32,
  splitExternalLocalOriginErrors: flag,
  consecutiveLocalOriginFailures: uint32,
  consecutiveGatewayErrors: uint32,
  consecutive5xxErrors: uint32,
  interval: duration,
  baseEjectionTime: duration,
  maxEjectionPercent: int32,
  minHealthPercent: int32,
  outlierDetectionHttpErrorCodes: list(uint32),
});

const clientTls = message({
  mode: oneOf("DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"),
  clientCertificate: text,
  privateKey: text,
  caCertificates: text,
  credentialName: text,
  subjectAltNames: texts,
  sni: text,
  insecureSkipVerify: flag,
  caCrl: text,
});

const portPolicy = message({
  port: message({ number: uint32 }),
  loadBalancer,
  connectionPool,
  outlierDetection,
  tls: clientTls,
});

const trafficPolicy = message({
  loadBalancer,
  connectionPool,
  outlierDetection,
  tls: clientTls,
  portLevelSettings: list(portPolicy),
  tunnel: message({ protocol: text, targetHost: text, targetPort: uint32 }),
  proxyProtocol: message({ version: oneOf("V1", "V2") }),
  retryBudget: message({
    percent: double,
    minRetryConcurrency: uint32,
    budgetInterval: duration,
  }),
});

export const destinationRuleFields = message({
  host: text,
  trafficPolicy,
  subsets: list(message({ name: text, labels: textMap, trafficPolicy })),
  exportTo: texts,
  workloadSelector: labelSelector,
});

export type DestinationRule = ValueOf<typeof destinationRuleFields>;
export type TrafficPolicy = ValueOf<typeof trafficPolicy>;
export type PortPolicy = ValueOf<typeof portPolicy>;
export type LoadBalancer = ValueOf<typeof loadBalancer>;
export type ConsistentHash = ValueOf<typeof consistentHash>;
export type LocalityLb = ValueOf<typeof localityLb>;
export type ZoneAwareLb = ValueOf<typeof zoneAwareLb>;
export type OutlierDetection = ValueOf<typeof outlierDetection>;
export type ClientTls = ValueOf<typeof clientTls>;
