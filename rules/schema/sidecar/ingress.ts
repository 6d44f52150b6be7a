import { checkConnectionPool } from "../checks/connection-pool.ts";
import { checkServerTls } from "../checks/server-tls.ts";
import type { Ingress } from "../fields/networking.ts";
import { each, isSet, present, type Place } from "../place.ts";
import { addressProblem } from "../values/ip.ts";
import { portProblem } from "../values/port.ts";
import { isHttp, isTls } from "../values/protocol.ts";
import { checkDefaultEndpoint } from "./default-endpoint.ts";
import { checkListenerPort } from "./listener-port.ts";

/** Ports that requests come in at. */
export function checkIngress(ingress: readonly Ingress[] | undefined, place: Place): void {
  const numbers = new Set<number>();
  each(ingress, place, (listener, at) => {
    const { port, bind, defaultEndpoint, tls, connectionPool } = listener;
    if (port === undefined) {
      at.error("the listener has no `port`");
      return;
    }
    const number = port.number ?? 0;
    checkListenerPort(port, at.at("port"));
    at.at("port", "number").error(portProblem(number));
    if (isSet(bind)) at.at("bind").error(addressProblem(bind));
    if (numbers.has(number)) {
      at.at("port", "number").error(`two listeners have the port ${String(number)}`);
    }
    numbers.add(number);
    if (isSet(defaultEndpoint)) checkDefaultEndpoint(defaultEndpoint, at.at("defaultEndpoint"));
    present(tls, at.at("tls"), (settings, at) => {
      checkTls(settings, at, port.protocol);
    });
    present(connectionPool, at.at("connectionPool"), checkConnectionPool);
    if (connectionPool?.http !== undefined && !isHttp(port.protocol)) {
      at.at("connectionPool", "http").warn(
        `the port does not speak HTTP but ${port.protocol ?? "what is detected"}: these settings have no effect`,
      );
    }
  });
}

const unsupported = [
  "subjectAltNames",
  "credentialName",
  "credentialNames",
  "tlsCertificates",
] as const;

function checkTls(tls: NonNullable<Ingress["tls"]>, place: Place, protocol?: string): void {
  for (const name of unsupported) {
    if ((tls[name]?.length ?? 0) > 0)
      place.at(name).error(`a Sidecar does not support \`${name}\``);
  }
  if (tls.httpsRedirect === true) {
    place.at("httpsRedirect").error("a Sidecar does not support `httpsRedirect`");
  }
  if (tls.mode === "ISTIO_MUTUAL" || tls.mode === "AUTO_PASSTHROUGH") {
    place.at("mode").error(`a Sidecar does not support the mode ${tls.mode}`);
  }
  if (!isTls(protocol)) place.error("`tls` needs a port of HTTPS or TLS");
  checkServerTls(tls, place);
}
