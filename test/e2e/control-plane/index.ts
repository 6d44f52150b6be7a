import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Config } from "@pulumi/pulumi";
import { ControlPlane } from "../../../components/index.ts";
import { gatewayClassDefaults } from "../setup/gateway-class-defaults.ts";

// Istio's control plane and nothing else.

const config = new Config("test");
const controlPlane = new ControlPlane("istio", {
  charts: config.require("charts"),
  hub: config.get("hub"),
  tag: config.get("tag"),
  proxy: "envoy",
  resources: { cpu: "10m", memory: "128Mi" },
  proxyResources: { cpu: "10m", memory: "32Mi" },
});
new ConfigMap("gateway-class", gatewayClassDefaults, { dependsOn: [...controlPlane.ready] });
