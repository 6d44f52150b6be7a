import type { ConnectionPool } from "../fields/common.ts";
import { millisecond, durationProblem } from "../values/duration.ts";
import { checkField } from "../check-field.ts";
import { present, type Place } from "../place.ts";

/** Limits of connections and requests. */
export function checkConnectionPool(pool: ConnectionPool, place: Place): void {
  if (pool.http === undefined && pool.tcp === undefined) {
    place.error("the connection pool has neither `http` nor `tcp`");
  }
  checkField(pool, "http", place, checkHttp);
  checkField(pool, "tcp", place, checkTcp);
}

type Http = NonNullable<ConnectionPool["http"]>;
type Tcp = NonNullable<ConnectionPool["tcp"]>;

const counts = [
  ...["http1MaxPendingRequests", "http2MaxRequests", "maxRequestsPerConnection"],
  ...["maxRetries", "maxConcurrentStreams"],
] as const;

function checkHttp(http: Http, place: Place): void {
  for (const name of counts) checkCount(http[name], place.at(name));
  checkField(http, "idleTimeout", place, checkDuration);
  if (http.h2UpgradePolicy === "UPGRADE" && http.useClientProtocol === true) {
    place
      .at("useClientProtocol")
      .error("the protocol of the client cannot be kept where `h2UpgradePolicy` is UPGRADE");
  }
  checkField(http, "http2KeepAlive", place, (keepAlive, at) => {
    for (const name of ["interval", "timeout"] as const) {
      if (keepAlive[name] === undefined) at.error(`\`${name}\` of the keep-alive is required`);
      else checkDuration(keepAlive[name], at.at(name));
    }
  });
}

function checkTcp(tcp: Tcp, place: Place): void {
  checkCount(tcp.maxConnections, place.at("maxConnections"));
  checkField(tcp, "connectTimeout", place, checkDuration);
  checkField(tcp, "maxConnectionDuration", place, checkDuration);
  // Less than a millisecond switches the timeout off.
  if (Math.trunc((tcp.idleTimeout ?? 0) / millisecond) !== 0) {
    checkField(tcp, "idleTimeout", place, checkDuration);
  }
  present(tcp.tcpKeepalive?.time, place.at("tcpKeepalive", "time"), checkDuration);
  present(tcp.tcpKeepalive?.interval, place.at("tcpKeepalive", "interval"), checkDuration);
}

function checkCount(count: number | undefined, place: Place): void {
  if (count !== undefined && count < 0) place.error(`${String(count)} is negative`);
}

function checkDuration(duration: number, place: Place): void {
  place.error(durationProblem(duration));
}
