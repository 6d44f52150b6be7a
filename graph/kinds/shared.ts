import {
  anything,
  flag,
  message,
  messages,
  number,
  text,
  textMap,
  texts,
  whole,
} from "./fields.ts";

// Messages that several kinds of Istio have.

/** `workloadSelector` of networking kinds. */
export const workloadSelector = message({ labels: textMap });

/** `selector` of security and telemetry kinds. */
export const labelSelector = message({ matchLabels: textMap });

export const targetRef = { group: text, kind: text, name: text, namespace: text } as const;

export const stringMatch = { exact: text, prefix: text, regex: text } as const;

/** Port of a Gateway, Sidecar or ServiceEntry. */
export const istioPort = { number: whole, name: text, protocol: text, targetPort: whole } as const;

export const headerChange = message({ set: textMap, add: textMap, remove: texts });
export const headers = message({ request: headerChange, response: headerChange });

export const destination = message({
  host: text,
  subset: text,
  port: message({ number: whole }),
});

/** TLS that a client starts. */
export const clientTls = message({
  mode: text,
  clientCertificate: text,
  privateKey: text,
  caCertificates: text,
  credentialName: text,
  subjectAltNames: texts,
  sni: text,
  insecureSkipVerify: flag,
  caCrl: text,
});

/** TLS that a server offers. */
export const serverTls = message({
  httpsRedirect: flag,
  mode: text,
  serverCertificate: text,
  privateKey: text,
  caCertificates: text,
  caCrl: text,
  subjectAltNames: texts,
  credentialName: text,
  credentialNames: texts,
  tlsCertificates: messages({ serverCertificate: text, privateKey: text, caCertificates: text }),
  verifyCertificateSpki: texts,
  verifyCertificateHash: texts,
  minProtocolVersion: text,
  maxProtocolVersion: text,
  cipherSuites: texts,
});

export const connectionPool = message({
  tcp: message({
    maxConnections: whole,
    connectTimeout: text,
    tcpKeepalive: message({ probes: whole, time: text, interval: text }),
    maxConnectionDuration: text,
    idleTimeout: text,
  }),
  http: message({
    http1MaxPendingRequests: whole,
    http2MaxRequests: whole,
    maxRequestsPerConnection: whole,
    maxRetries: whole,
    idleTimeout: text,
    h2UpgradePolicy: text,
    useClientProtocol: flag,
    maxConcurrentStreams: whole,
    http2KeepAlive: anything,
  }),
});

export const outlierDetection = message({
  consecutiveErrors: whole,
  splitExternalLocalOriginErrors: flag,
  consecutiveLocalOriginFailures: whole,
  consecutiveGatewayErrors: whole,
  consecutive5xxErrors: whole,
  interval: text,
  baseEjectionTime: text,
  maxEjectionPercent: whole,
  minHealthPercent: whole,
});

export const probability = message({ value: number });
