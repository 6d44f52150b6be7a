import { isIP } from "node:net";
import type {
  KubernetesAddress,
  KubernetesGatewaySpec,
  KubernetesListener,
} from "../../graph/kinds/gateway-api.ts";
import { each, type Place } from "../schema/place.ts";
import { isHostname } from "./is-hostname.ts";

const namePattern = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
const protocols = ["HTTP", "HTTPS", "TLS", "TCP", "UDP"];
const sources = ["All", "Same", "Selector", "None"];

/** What the definition of Gateway refuses: https://gateway-api.sigs.k8s.io/reference/spec/#listener */
export function checkGateway(
  { gatewayClassName, addresses = [], listeners = [] }: KubernetesGatewaySpec,
  place: Place,
): void {
  if ((gatewayClassName ?? "") === "") place.at("gatewayClassName").error("a class is required");
  if (listeners.length === 0) place.at("listeners").error("a Gateway has at least one listener");
  if (listeners.length > 64) place.at("listeners").error("a Gateway has at most 64 listeners");
  each(listeners, place.at("listeners"), checkListener);
  each(addresses, place.at("addresses"), (address, at, index) => {
    checkAddress(address, at);
    const { type = "IPAddress", value } = address;
    const isSame = (other: KubernetesAddress) =>
      (other.type ?? "IPAddress") === type && other.value === value;
    if (value !== undefined && addresses.findIndex(isSame) < index) at.error("is there twice");
  });
}

function checkAddress({ type = "IPAddress", value = "" }: KubernetesAddress, place: Place): void {
  // Types of implementations have their domain before them.
  if (type.includes("/")) return;
  if (type !== "IPAddress" && type !== "Hostname" && type !== "NamedAddress") {
    place.at("type").error(`the type ${JSON.stringify(type)} is neither IPAddress nor Hostname`);
  } else if (type === "IPAddress" && value !== "" && isIP(value) === 0) {
    place.at("value").error(`${JSON.stringify(value)} is not an IP address`);
  } else if (type === "Hostname" && value !== "" && !isHostname(value)) {
    place.at("value").error(`${JSON.stringify(value)} is not a host name`);
  }
}

function checkListener(listener: KubernetesListener, place: Place): void {
  const { name = "", port, protocol = "", hostname } = listener;
  if (!namePattern.test(name) || name.length > 253) {
    place
      .at("name")
      .error(`the name ${JSON.stringify(name)} is not one of lower-case letters, digits, - and .`);
  }
  if (port === undefined || port < 1 || port > 65_535) {
    place.at("port").error(`the port ${String(port)} is not between 1 and 65535`);
  }
  // An implementation can have protocols of its own, with its domain before them. That of Istio has none.
  if (!protocols.includes(protocol) && protocol !== "HBONE" && !protocol.includes("/")) {
    place
      .at("protocol")
      .error(`the protocol ${JSON.stringify(protocol)} is not one of ${protocols.join(", ")}`);
  }
  if (hostname !== undefined && !isHostname(hostname)) {
    place
      .at("hostname")
      .error(`the hostname ${JSON.stringify(hostname)} is neither a DNS name nor one after "*."`);
  }
  if (hostname !== undefined && (protocol === "TCP" || protocol === "UDP")) {
    place.at("hostname").error(`a listener of ${protocol} has no hostname`);
  }
  checkTls(listener, place);
  const from = listener.allowedRoutes?.namespaces?.from;
  const namespaces = place.at("allowedRoutes", "namespaces");
  if (from !== undefined && !sources.includes(from)) {
    namespaces.at("from").error(`${JSON.stringify(from)} is not one of ${sources.join(", ")}`);
  }
  if (from === "Selector" && listener.allowedRoutes?.namespaces?.selector === undefined) {
    namespaces.error("from is Selector, and no selector is given");
  }
}

function checkTls({ protocol = "", tls }: KubernetesListener, place: Place): void {
  if (["HTTP", "TCP", "UDP"].includes(protocol)) {
    if (tls !== undefined) place.at("tls").error(`a listener of ${protocol} has no tls`);
    return;
  }
  if (protocol !== "HTTPS" && protocol !== "TLS") return;
  if (tls === undefined) {
    place.error(`a listener of ${protocol} says its tls`, "add tls with mode and certificateRefs");
    return;
  }
  const { mode = "Terminate", certificateRefs = [], options } = tls;
  if (mode !== "Terminate" && mode !== "Passthrough") {
    place
      .at("tls", "mode")
      .error(`the mode ${JSON.stringify(mode)} is not one of Terminate, Passthrough`);
  }
  if (protocol === "HTTPS" && mode === "Passthrough") {
    place
      .at("tls", "mode")
      .error("a listener of HTTPS ends TLS itself; Passthrough is for the protocol TLS");
  }
  const hasOptions =
    typeof options === "object" && options !== null && Object.keys(options).length > 0;
  if (mode === "Terminate" && certificateRefs.length === 0 && !hasOptions) {
    place
      .at("tls")
      .error("mode Terminate needs certificateRefs", "name the Secret with the certificate");
  }
}
