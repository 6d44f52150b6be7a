import type { ValueOf } from "../read/decoding.ts";
import { list, message, struct } from "../read/shapes.ts";
import { int32, oneOf, text, uint32 } from "../read/words.ts";
import {
  connectionPool,
  destination,
  istioPort,
  labelSelector,
  serverTls,
  targetRef,
  textMap,
  texts,
  workload,
  workloadSelector,
} from "./common.ts";

const server = message({
  port: istioPort,
  bind: text,
  hosts: texts,
  tls: serverTls,
  defaultEndpoint: text,
  name: text,
});

export const gatewayFields = message({ servers: list(server), selector: textMap });

export const serviceEntryFields = message({
  hosts: texts,
  addresses: texts,
  ports: list(istioPort),
  location: oneOf("MESH_EXTERNAL", "MESH_INTERNAL"),
  resolution: oneOf("NONE", "STATIC", "DNS", "DNS_ROUND_ROBIN", "DYNAMIC_DNS"),
  endpoints: list(workload),
  workloadSelector,
  exportTo: texts,
  subjectAltNames: texts,
});

const socket = { port: uint32, host: text } as const;
const probe = message({
  initialDelaySeconds: int32,
  timeoutSeconds: int32,
  periodSeconds: int32,
  successThreshold: int32,
  failureThreshold: int32,
  httpGet: message({
    ...socket,
    path: text,
    scheme: text,
    httpHeaders: list(message({ name: text, value: text })),
  }),
  tcpSocket: message(socket),
  exec: message({ command: texts }),
  grpc: message({ port: uint32, service: text }),
});

export const workloadGroupFields = message({
  metadata: message({ labels: textMap, annotations: textMap }),
  template: workload,
  probe,
});

const captureMode = oneOf("DEFAULT", "IPTABLES", "NONE");
const ingress = message({
  port: istioPort,
  bind: text,
  captureMode,
  defaultEndpoint: text,
  tls: serverTls,
  connectionPool,
});
const egress = message({ port: istioPort, bind: text, captureMode, hosts: texts });

export const sidecarFields = message({
  workloadSelector,
  ingress: list(ingress),
  egress: list(egress),
  inboundConnectionPool: connectionPool,
  outboundTrafficPolicy: message({
    mode: oneOf("REGISTRY_ONLY", "ALLOW_ANY"),
    egressProxy: destination,
  }),
});

export const proxyConfigFields = message({
  selector: labelSelector,
  concurrency: int32,
  environmentVariables: textMap,
  image: message({ imageType: text }),
});

const filter = message({ name: text, subFilter: message({ name: text }) });
const routeConfigurationMatch = message({
  portNumber: uint32,
  portName: text,
  gateway: text,
  vhost: message({
    name: text,
    domainName: text,
    route: message({ name: text, action: oneOf("ANY", "ROUTE", "REDIRECT", "DIRECT_RESPONSE") }),
  }),
  name: text,
});
const listenerMatch = message({
  portNumber: uint32,
  portName: text,
  filterChain: message({
    name: text,
    sni: text,
    transportProtocol: text,
    applicationProtocols: text,
    filter,
    destinationPort: uint32,
  }),
  listenerFilter: text,
  name: text,
});

const applyTo = [
  ...["INVALID", "LISTENER", "FILTER_CHAIN", "NETWORK_FILTER", "HTTP_FILTER"],
  ...["ROUTE_CONFIGURATION", "VIRTUAL_HOST", "HTTP_ROUTE", "CLUSTER", "EXTENSION_CONFIG"],
  ...["BOOTSTRAP", "LISTENER_FILTER"],
] as const;
const operations = [
  ...["INVALID", "MERGE", "ADD", "REMOVE", "INSERT_BEFORE", "INSERT_AFTER", "INSERT_FIRST"],
  ...["REPLACE", "MERGE_AND_REPLACE_LIST"],
] as const;

const configPatch = message({
  applyTo: oneOf(...applyTo),
  match: message({
    context: oneOf("ANY", "SIDECAR_INBOUND", "SIDECAR_OUTBOUND", "GATEWAY", "WAYPOINT"),
    proxy: message({ proxyVersion: text, metadata: textMap }),
    listener: listenerMatch,
    routeConfiguration: routeConfigurationMatch,
    cluster: message({ portNumber: uint32, service: text, subset: text, name: text }),
    waypoint: message({ filter, portNumber: uint32, route: message({ name: text }) }),
  }),
  patch: message({
    operation: oneOf(...operations),
    value: struct,
    filterClass: oneOf("UNSPECIFIED", "AUTHN", "AUTHZ", "STATS"),
  }),
});

export const envoyFilterFields = message({
  workloadSelector,
  configPatches: list(configPatch),
  priority: int32,
  targetRefs: list(targetRef),
});

export type Gateway = ValueOf<typeof gatewayFields>;
export type Server = ValueOf<typeof server>;
export type ServiceEntry = ValueOf<typeof serviceEntryFields>;
export type WorkloadGroup = ValueOf<typeof workloadGroupFields>;
export type Probe = ValueOf<typeof probe>;
export type Sidecar = ValueOf<typeof sidecarFields>;
export type Ingress = ValueOf<typeof ingress>;
export type Egress = ValueOf<typeof egress>;
export type ProxyConfig = ValueOf<typeof proxyConfigFields>;
export type EnvoyFilter = ValueOf<typeof envoyFilterFields>;
export type ConfigPatch = ValueOf<typeof configPatch>;
