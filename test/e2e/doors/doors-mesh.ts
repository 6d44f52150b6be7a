import type { MeshDefinition } from "../../../model/index.ts";
import { trustDomain } from "../istio-ground.ts";
import { createTokenIssuer } from "../sign-token.ts";

const image = "docker.io/heddle/sample:dev";

/** Where the mesh is, and where clients and servers outside it are. */
export const namespace = "ways";
export const outside = "ways-outside";

/** Who signs the tokens of `tokens.example`, somebody who does not, and who both sign for. */
export const readers = createTokenIssuer("readers");
export const strangers = createTokenIssuer("readers");
export const reader = { iss: "https://readers.example/", sub: "ann", aud: "doors" };

/** A name that the DNS server of the cluster knows, and Istio does not: that of a pod by its address. */
export function podName(address: string): string {
  return `${address.replaceAll(".", "-")}.${outside}.pod.cluster.local`;
}

const teapot = `
function envoy_on_request(handle)
  if handle:headers():get(":path") == "/tea" then
    handle:respond({[":status"] = "418"}, "short and stout")
  end
end`;

/** Every kind of way into a mesh and out of it. */
export const doorsMesh = (ratesAddress: string): MeshDefinition => ({
  name: namespace,
  trust: { domain: trustDomain },
  authentication: {
    providers: {
      readers: { issuer: reader.iss, jwks: { keys: [readers.publicKey] }, audiences: [reader.aud] },
    },
  },
  services: {
    web: { image, calls: { rates: {}, quotes: {}, vault: {} } },
    ledger: { image, port: 5432, protocol: "tcp", versions: ["v1", "v2"] },
    vault: { port: 8443, protocol: "tls" },
    rates: {
      external: {
        hosts: ["rates.example"],
        resolution: "static",
        endpoints: [ratesAddress],
        tls: { secret: "rates-ca" },
        through: "out",
      },
    },
    quotes: { external: { hosts: [podName(ratesAddress)] } },
  },
  routes: { ledger: { split: { v1: 80, v2: 20 } } },
  gateways: {
    edge: {
      ports: { http: 8080, https: 8443 },
      hosts: {
        "doors.example": {
          service: "web",
          tls: { secret: "cert", minVersion: "1.3", clients: { secret: "clients" } },
        },
        "both.example": { service: "web", tls: { secret: ["rsa", "ecdsa"] }, http: "serve" },
        "closed.example": { service: "web", tls: { secret: "closed" }, http: "refuse" },
        "tokens.example": { service: "web", requires: "readers" },
        "db.example": { service: "ledger", tls: { secret: "db-cert" } },
        "vault.example": { service: "vault", tls: { mode: "passthrough" } },
        "*.vault.example": { service: "vault", tls: { mode: "passthrough" } },
        "guarded.vault.example": {
          service: "web",
          tls: { secret: "guarded" },
          requires: "readers",
        },
      },
      tcp: { ledger: { port: 5432, service: "ledger" } },
      extensions: [{ name: "teapot", before: "authorization", lua: teapot }],
    },
    out: { kind: "egress" },
  },
});
