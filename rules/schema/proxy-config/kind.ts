import { checkLabelSelector } from "../checks/selectors.ts";
import { proxyConfigFields, type ProxyConfig } from "../fields/networking.ts";
import { defineKind } from "../kind.ts";
import { present, type Place } from "../place.ts";

export const proxyConfigKind = defineKind({
  type: "networking.istio.io/ProxyConfig",
  versions: ["v1beta1"],
  spec: proxyConfigFields,
  check: checkProxyConfig,
});

function checkProxyConfig({ selector, concurrency = 0 }: ProxyConfig, place: Place): void {
  present(selector, place.at("selector"), checkLabelSelector);
  if (concurrency < 0) {
    place.at("concurrency").error(`${String(concurrency)} is negative; 0 is one thread a core`);
  }
}
