/** What is below the shop: trust and control plane. Not measured. */
import { join } from "node:path";
import { Config } from "@pulumi/pulumi";
import { ControlPlane, MeshTrust } from "../../components/index.ts";

const config = new Config("heddle");
const trustDomain = "shop.example";
const small = { cpu: "10m", memory: "64Mi" };

const trust = new MeshTrust("trust", { trustDomain });
new ControlPlane("istio", {
  trust,
  trustDomain,
  charts: join(config.require("charts")),
  hub: config.require("hub"),
  tag: config.require("tag"),
  proxy: "envoy",
  resources: small,
  proxyResources: small,
});
