import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { Config, type Output } from "@pulumi/pulumi";
import { ControlPlane, Gateway, Mesh } from "../../../components/index.ts";
import { loginMesh, namespace, type LoginSettings } from "./login-mesh.ts";

// A gateway where people log in. Its certificates are somebody else's; the secrets of its logins are the component's.

const config = new Config("test");
const controlPlane = new ControlPlane("istio", {
  charts: config.require("charts"),
  hub: config.get("hub"),
  tag: config.get("tag"),
  proxy: "envoy",
  resources: { cpu: "10m", memory: "128Mi" },
  proxyResources: { cpu: "10m", memory: "32Mi" },
});
const mesh = new Mesh("mesh", {
  mesh: loginMesh(config.requireObject<LoginSettings>("settings")),
  controlPlane,
});

function existing(name: string, data: Output<Record<string, string>>): Secret {
  return new Secret(
    name,
    { metadata: { name, namespace }, stringData: data },
    { dependsOn: Object.values(mesh.nodes.namespaces) },
  );
}
const before = [
  existing("web", config.requireSecretObject<Record<string, string>>("certificate")),
  existing("people-ca", config.requireSecretObject<Record<string, string>>("authority")),
];
export const address = new Gateway(
  "edge",
  {
    mesh,
    controlPlane,
    loginSecrets: {
      "shop-login": {
        client: config.requireSecret("client"),
        cookies: config.requireSecret("cookies"),
      },
    },
    resources: { cpu: "10m", memory: "64Mi" },
  },
  { dependsOn: before },
).address;
