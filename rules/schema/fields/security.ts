import { wrongType, type Field, type ValueOf } from "../read/decoding.ts";
import { list, mapOf, message } from "../read/shapes.ts";
import { duration, flag, oneOf, text } from "../read/words.ts";
import { attachment, labelSelector, texts } from "./common.ts";

const mutualTls = message({ mode: oneOf("UNSET", "DISABLE", "PERMISSIVE", "STRICT") });

/** Modes by the number of a port; an empty map is told from none. */
const portMtls: Field<ReadonlyMap<string, ValueOf<typeof mutualTls>>> = (value, decoding) => {
  const modes = mapOf(mutualTls, {})(value, decoding);
  const wrong = modes?.keys().find((port) => !/^\d+$/.test(port));
  if (wrong === undefined) return modes ?? (isEmpty(value) ? new Map() : undefined);
  wrongType(decoding, "a map by the number of a port", wrong);
  return undefined;
};

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

export const peerAuthenticationFields = message({
  selector: labelSelector,
  mtls: mutualTls,
  portLevelMtls: portMtls,
});

const source = message({
  principals: texts,
  notPrincipals: texts,
  requestPrincipals: texts,
  notRequestPrincipals: texts,
  namespaces: texts,
  notNamespaces: texts,
  ipBlocks: texts,
  notIpBlocks: texts,
  remoteIpBlocks: texts,
  notRemoteIpBlocks: texts,
  serviceAccounts: texts,
  notServiceAccounts: texts,
  trustDomains: texts,
  notTrustDomains: texts,
});

const operation = message({
  hosts: texts,
  notHosts: texts,
  ports: texts,
  notPorts: texts,
  methods: texts,
  notMethods: texts,
  paths: texts,
  notPaths: texts,
});

const rule = message({
  from: list(message({ source })),
  to: list(message({ operation })),
  when: list(message({ key: text, values: texts, notValues: texts })),
});

export const authorizationPolicyFields = message({
  ...attachment,
  rules: list(rule),
  action: oneOf("ALLOW", "DENY", "AUDIT", "CUSTOM"),
  provider: message({ name: text }),
});

const jwtRule = message({
  issuer: text,
  audiences: texts,
  jwksUri: text,
  jwks: text,
  fromHeaders: list(message({ name: text, prefix: text })),
  fromParams: texts,
  fromCookies: texts,
  outputPayloadToHeader: text,
  forwardOriginalToken: flag,
  outputClaimToHeaders: list(message({ header: text, claim: text })),
  timeout: duration,
  spaceDelimitedClaims: texts,
});

export const requestAuthenticationFields = message({ ...attachment, jwtRules: list(jwtRule) });

export type PeerAuthentication = ValueOf<typeof peerAuthenticationFields>;
export type AuthorizationPolicy = ValueOf<typeof authorizationPolicyFields>;
export type AccessRule = ValueOf<typeof rule>;
export type Source = ValueOf<typeof source>;
export type Operation = ValueOf<typeof operation>;
export type RequestAuthentication = ValueOf<typeof requestAuthenticationFields>;
export type JwtRule = ValueOf<typeof jwtRule>;
