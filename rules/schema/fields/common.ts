import { list, mapOf, message } from "../read/shapes.ts";
import { double, duration, flag, int32, oneOf, text, uint32 } from "../read/words.ts";
import type { ValueOf } from "../read/decoding.ts";

// Messages that several kinds have.

export const texts = list(text);
/** Text by text; `null` reads as empty text, as in Protobuf. */
export const textMap = mapOf(text, "");

export const workloadSelector = message({ labels: textMap });
export const labelSelector = message({ matchLabels: textMap });
export const targetRef = message({ group: text, kind: text, name: text, namespace: text });

/** What security and telemetry kinds attach to. */
export const attachment = {
  selector: labelSelector,
  targetRef,
  targetRefs: list(targetRef),
} as const;

export const stringMatch = message({ exact: text, prefix: text, regex: text });
export const percent = message({ value: double });
export const istioPort = message({
  number: uint32,
  protocol: text,
  name: text,
  targetPort: uint32,
});
export const destination = message({
  host: text,
  subset: text,
  port: message({ number: uint32 }),
});

const headerChange = message({ set: textMap, add: textMap, remove: texts });
export const headers = message({ request: headerChange, response: headerChange });

export const workload = message({
  address: text,
  // `null` reads as the port 0, as in Protobuf.
  ports: mapOf(uint32, 0),
  labels: textMap,
  network: text,
  locality: text,
  weight: uint32,
  serviceAccount: text,
});

const tlsVersion = oneOf("TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3");

export const serverTls = message({
  httpsRedirect: flag,
  mode: oneOf(
    "PASSTHROUGH",
    "SIMPLE",
    "MUTUAL",
    "AUTO_PASSTHROUGH",
    "ISTIO_MUTUAL",
    "OPTIONAL_MUTUAL",
  ),
  serverCertificate: text,
  privateKey: text,
  caCertificates: text,
  caCrl: text,
  subjectAltNames: texts,
  credentialName: text,
  credentialNames: texts,
  caCertCredentialName: text,
  tlsCertificates: list(
    message({ serverCertificate: text, privateKey: text, caCertificates: text }),
  ),
  verifyCertificateSpki: texts,
  verifyCertificateHash: texts,
  minProtocolVersion: tlsVersion,
  maxProtocolVersion: tlsVersion,
  cipherSuites: texts,
  insecureSkipVerify: flag,
});

export const connectionPool = message({
  tcp: message({
    maxConnections: int32,
    connectTimeout: duration,
    tcpKeepalive: message({ probes: uint32, time: duration, interval: duration }),
    maxConnectionDuration: duration,
    idleTimeout: duration,
  }),
  http: message({
    http1MaxPendingRequests: int32,
    http2MaxRequests: int32,
    maxRequestsPerConnection: int32,
    maxRetries: int32,
    idleTimeout: duration,
    h2UpgradePolicy: oneOf("DEFAULT", "DO_NOT_UPGRADE", "UPGRADE"),
    useClientProtocol: flag,
    maxConcurrentStreams: int32,
    http2KeepAlive: message({ interval: duration, timeout: duration }),
  }),
});

export type LabelSelector = ValueOf<typeof labelSelector>;
export type WorkloadSelector = ValueOf<typeof workloadSelector>;
export type TargetRef = ValueOf<typeof targetRef>;
export type StringMatch = ValueOf<typeof stringMatch>;
export type Destination = ValueOf<typeof destination>;
export type Headers = ValueOf<typeof headers>;
export type Workload = ValueOf<typeof workload>;
export type ServerTls = ValueOf<typeof serverTls>;
export type ConnectionPool = ValueOf<typeof connectionPool>;
export type IstioPort = ValueOf<typeof istioPort>;
