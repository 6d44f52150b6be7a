import { checkNamespacedHost } from "../checks/namespaced-host.ts";
import { checkServerTls } from "../checks/server-tls.ts";
import type { Server } from "../fields/networking.ts";
import { each, isSet, present, type Place } from "../place.ts";
import { addressProblem } from "../values/ip.ts";
import { portProblem } from "../values/port.ts";
import { isHttp, isKnownProtocol, isTls, protocolProblem } from "../values/protocol.ts";
import { unixAddressProblem, unixPrefix } from "../values/unix-address.ts";

/** A port of a Gateway and the hosts behind it. */
export function checkServer(server: Server, place: Place): void {
  const { hosts = [], port, bind = "", tls } = server;
  if (hosts.length === 0) place.error("the server has no hosts");
  each(hosts, place.at("hosts"), (host, at) => {
    checkNamespacedHost(host, at, "gateway");
  });
  if (port === undefined) place.error("the server has no `port`");
  else checkPort(port, bind, place.at("port"));
  if (bind.startsWith(unixPrefix)) {
    place.at("bind").error(unixAddressProblem(bind.slice(unixPrefix.length)));
    if ((port?.number ?? 0) !== 0) {
      place.at("port", "number").error("a server at a Unix domain socket has the port 0");
    }
  } else if (bind !== "") place.at("bind").error(addressProblem(bind));
  present(tls, place.at("tls"), checkServerTls);
  if (port !== undefined && isSoundPort(port, bind)) checkFit(server, place);
}

type Port = NonNullable<Server["port"]>;

function checkPort(port: Port, bind: string, place: Place): void {
  const { number = 0, name, protocol = "", targetPort = 0 } = port;
  const missing = "the port has no `protocol`";
  place.at("protocol").error(protocol === "" ? missing : protocolProblem(protocol));
  if (needsNumber(number, bind)) place.at("number").error(portProblem(number));
  if (targetPort > 0) {
    place.at("targetPort").error("`targetPort` has no effect in a Gateway", "remove it");
  }
  if (!isSet(name)) place.error("the port has no `name`");
}

function needsNumber(number: number, bind: string): boolean {
  return number > 0 || !bind.startsWith(unixPrefix);
}

function isSoundPort({ number = 0, name, protocol, targetPort = 0 }: Port, bind: string): boolean {
  const numbered = !needsNumber(number, bind) || portProblem(number) === undefined;
  return numbered && isKnownProtocol(protocol) && targetPort === 0 && isSet(name);
}

/** Whether protocol and TLS go together. */
function checkFit({ port, tls }: Server, place: Place): void {
  const protocol = port?.protocol;
  if (isTls(protocol)) {
    if (tls === undefined) place.error(`a server of ${protocol ?? ""} needs \`tls\``);
    return;
  }
  if (tls === undefined) return;
  const { mode = "PASSTHROUGH", caCertificates, privateKey, serverCertificate } = tls;
  const passed = mode === "PASSTHROUGH" || mode === "AUTO_PASSTHROUGH";
  const certificates = [caCertificates, privateKey, serverCertificate].some(isSet);
  if (!isHttp(protocol)) {
    place.at("tls").error(`a server of ${protocol ?? ""} cannot have \`tls\``, "use HTTPS or TLS");
  } else if (!passed || certificates) {
    place
      .at("tls")
      .error(
        `a server of ${protocol ?? ""} is plain text: of \`tls\` it can have \`httpsRedirect\` alone`,
        "use the protocol HTTPS, or remove the certificates",
      );
  }
}
