import { sampleImageReference as image } from "../../../bench/images/index.ts";
import type { EcKeyDefinition, LoginDefinition, MeshDefinition } from "../../../model/index.ts";

export const namespace = "login-shop";

/** What only the test knows: ports of this machine, and the provider's key. */
export interface LoginSettings {
  readonly ports: { readonly http: number; readonly https: number };
  readonly issuer: string;
  readonly key: EcKeyDefinition;
}

const login: LoginDefinition = {
  provider: "people",
  clientId: "web",
  clientSecret: { secret: "shop-login", key: "client" },
  cookieSecret: { secret: "shop-login", key: "cookies" },
};
const tls = { secret: "web" };

/** Hosts with logins and without, all of one certificate and before one service. */
export const loginMesh = ({ ports, issuer, key }: LoginSettings): MeshDefinition => ({
  name: namespace,
  trust: { domain: "cluster.local" },
  authentication: {
    providers: {
      people: {
        issuer,
        jwks: { keys: [key] },
        audiences: ["web"],
        claimsToHeaders: { "x-user": "sub" },
        login: {
          authorization: `${issuer}/authorize`,
          token: `${issuer}/token`,
          tls: { secret: "people-ca" },
        },
      },
    },
  },
  services: { web: { image } },
  gateways: {
    edge: {
      ports,
      hosts: {
        "web.example": {
          service: "web",
          tls,
          login: { ...login, public: ["/health", { prefix: "/assets" }] },
        },
        "admin.example": { service: "web", tls, requires: "people", login },
        "open.example": { service: "web", tls },
        "*.tenants.example": { service: "web", tls, login },
        "free.tenants.example": { service: "web", tls },
      },
    },
  },
});
