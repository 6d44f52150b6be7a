import { checkLabelSelector } from "../checks/selectors.ts";
import { peerAuthenticationFields, type PeerAuthentication } from "../fields/security.ts";
import { defineKind } from "../kind.ts";
import { eachEntry, present, type Place } from "../place.ts";
import { portProblem } from "../values/port.ts";

export const peerAuthenticationKind = defineKind({
  type: "security.istio.io/PeerAuthentication",
  versions: ["v1", "v1beta1"],
  spec: peerAuthenticationFields,
  check: checkPeerAuthentication,
});

function checkPeerAuthentication(spec: PeerAuthentication, place: Place): void {
  const { selector, portLevelMtls } = spec;
  if (portLevelMtls !== undefined && selector?.matchLabels === undefined) {
    place
      .at("portLevelMtls")
      .error("ports need a selector: a namespace or a mesh has none", "add `selector.matchLabels`");
  }
  if (portLevelMtls !== undefined && portLevelMtls.size === 0) {
    place.at("portLevelMtls").error("the list of ports is empty", "leave it out, or name a port");
  }
  eachEntry(portLevelMtls, place.at("portLevelMtls"), (port, _, at) => {
    at.error(portProblem(Number(port)));
  });
  present(selector, place.at("selector"), checkLabelSelector);
}
