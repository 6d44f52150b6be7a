import { z } from "zod";
import {
  clientCertificateModes,
  gatewayKinds,
  plainHttpModes,
  tlsVersions,
} from "../vocabulary.ts";
import type { GatewayHostDefinition } from "../gateway-definition.ts";
import { tokenRequirementSchema } from "./authentication-schema.ts";
import { extensionsSchema } from "./extension-schema.ts";
import { isNotEmpty, list, map, oneOf, strict, text, wholeNumber } from "./field.ts";
import { loginSchema } from "./login-schema.ts";
import { telemetrySchema } from "./telemetry-schema.ts";
import { textFormats } from "./text-format.ts";

const port = wholeNumber(1, 65_535);
const secret = text(textFormats.secret);

/** Envoy holds one certificate for each kind of key, and Istio refuses more than two. */
const secrets = z.union(
  [
    secret,
    list(secret, "a list of Secrets")
      .min(1, { error: "at least one Secret" })
      .max(2, { error: "at most two Secrets, with keys of different kinds" }),
  ],
  { error: "the name of a Secret, or a list of at most two" },
);

const terminatedSchema = strict({
  mode: z
    .literal("terminate", { error: "terminate; passthrough alone, without secret" })
    .optional(),
  secret: secrets,
  minVersion: oneOf(tlsVersions).optional(),
  clients: strict({ secret, mode: oneOf(clientCertificateModes).optional() }).optional(),
});

const passthroughSchema = strict({
  mode: z.literal("passthrough", { error: "terminate with a secret, passthrough" }),
});

const hostPath = z.union(
  [
    text(textFormats.name),
    strict({
      service: text(textFormats.name),
      rewrite: strict({ path: strict({ prefix: text(textFormats.pathPrefix) }) }).optional(),
    }),
  ],
  { error: 'the name of a service, or {"service": name, "rewrite": {"path": {"prefix": path}}}' },
);

const anyHost = strict({
  service: text(textFormats.name).optional(),
  paths: map(textFormats.hostPath, hostPath)
    .refine(isNotEmpty, { error: "at least one path" })
    .optional(),
  tls: z
    .union([terminatedSchema, passthroughSchema], {
      error: '{"secret": name} to end TLS here, or {"mode": "passthrough"}',
    })
    .optional(),
  http: oneOf(plainHttpModes).optional(),
  requires: tokenRequirementSchema.optional(),
  login: loginSchema.optional(),
}).refine(({ service, paths }) => service !== undefined || paths !== undefined, {
  error: "service, paths, or both",
  params: {
    code: "HED2051",
    got: "a host that leads nowhere",
    fix: "name the service that answers it",
  },
});

export type GatewayHostInput = z.output<typeof anyHost>;

/** What excludes each other is checked with the references, to name both places. */
const hostSchema = anyHost as unknown as z.ZodType<GatewayHostInput, GatewayHostDefinition>;

const tcpSchema = strict({ port, service: text(textFormats.name) });

/** One gateway as its author writes it. */
export const gatewaySchema = strict({
  namespace: text(textFormats.version).optional(),
  kind: oneOf(gatewayKinds).optional(),
  ports: strict({ http: port.optional(), https: port.optional() }).optional(),
  hosts: map(textFormats.gatewayHost, hostSchema)
    .refine(isNotEmpty, { error: "at least one host" })
    .optional(),
  tcp: map(textFormats.portName, tcpSchema)
    .refine(isNotEmpty, { error: "at least one listener" })
    .optional(),
  extensions: extensionsSchema.optional(),
  telemetry: telemetrySchema.optional(),
}).refine(({ kind, hosts, tcp }) => kind === "egress" || hosts !== undefined || tcp !== undefined, {
  error: "hosts or tcp; kind egress without both",
  params: {
    code: "HED2051",
    got: "a gateway that leads nowhere",
    fix: "add a host with the service that answers it, or kind: egress",
  },
});

export type GatewayInput = z.output<typeof gatewaySchema>;
