const http = new Set(["http", "http2", "http_proxy", "grpc", "grpc-web"]);
const tls = new Set(["https", "tls"]);
const others = new Set(["tcp", "udp", "mongo", "redis", "mysql"]);

export function isHttp(protocol: string | undefined): boolean {
  return http.has((protocol ?? "").toLowerCase());
}

export function isTls(protocol: string | undefined): boolean {
  return tls.has((protocol ?? "").toLowerCase());
}

/** Whether connections are what is routed, TLS among them. */
export function isTcp(protocol: string | undefined): boolean {
  const name = (protocol ?? "").toLowerCase();
  return tls.has(name) || (others.has(name) && name !== "udp");
}

/** Whether Istio knows the protocol; letters of either case. */
export function isKnownProtocol(protocol: string | undefined): boolean {
  return isHttp(protocol) || isTls(protocol) || others.has((protocol ?? "").toLowerCase());
}

/** Without a protocol it is detected. */
export function protocolProblem(protocol: string | undefined): string | undefined {
  if (protocol === undefined || protocol === "" || isKnownProtocol(protocol)) return undefined;
  const allowed = "HTTP, HTTP2, GRPC, GRPC-WEB, HTTPS, TLS, TCP, MONGO, REDIS, MYSQL";
  return `the protocol ${JSON.stringify(protocol)} is not known; allowed: ${allowed}`;
}
