import { z } from "zod";
import { accessDefaults, mtlsModes, protocols, visibilityScopes } from "../vocabulary.ts";
import { operationSchema } from "./access-schema.ts";
import { tokenRequirementSchema } from "./authentication-schema.ts";
import { discoverySchema } from "./discovery-schema.ts";
import {
  anyText,
  duration,
  flag,
  isNotEmpty,
  list,
  map,
  oneOf,
  strict,
  strictAsWritten,
  text,
  wholeNumber,
} from "./field.ts";
import { extensionsSchema } from "./extension-schema.ts";
import { externalSchema } from "./external-schema.ts";
import { limitsSchema } from "./limit-schema.ts";
import { machineGroupSchema, machineSchema } from "./machine-schema.ts";
import { policySchema } from "./policy-schema.ts";
import { retriesSchema } from "./retries-schema.ts";
import { telemetrySchema } from "./telemetry-schema.ts";
import { textFormats } from "./text-format.ts";

const port = wholeNumber(1, 65_535);
const replicas = wholeNumber(0, 10_000);

const envValue = z.union(
  [z.string(), strict({ secret: text(textFormats.secret), key: text(textFormats.secretKey) })],
  { error: 'text in quotes, or {"secret": name, "key": key}' },
);
const env = map(textFormats.envName, envValue);

const portSchema = strictAsWritten({
  number: port,
  target: port.optional(),
  protocol: oneOf(protocols).optional(),
  mtls: oneOf(mtlsModes).optional(),
});

const versionSchema = strictAsWritten({
  replicas: replicas.optional(),
  image: text(textFormats.image).optional(),
  env: env.optional(),
  policy: policySchema.optional(),
});

const versions = z.union(
  [
    list(text(textFormats.version), "a list of version names").min(1, {
      error: "at least one version",
    }),
    map(textFormats.version, versionSchema).refine(isNotEmpty, {
      error: "at least one version",
    }),
  ],
  { error: "a list of version names, or a map from version name to what differs" },
);

const visibilityError = "mesh, namespace, or a list of namespaces";
const visibility = z.union(
  [
    z.enum(visibilityScopes, { error: visibilityError }),
    list(text(textFormats.version), visibilityError).min(1, { error: "at least one namespace" }),
  ],
  { error: visibilityError },
);

const callSchema = strictAsWritten({
  timeout: duration().optional(),
  retries: retriesSchema.optional(),
  idempotent: flag().optional(),
  operations: list(operationSchema, "a list of operations")
    .min(1, { error: "at least one operation; leave it out for all" })
    .optional(),
});

/** One service as its author writes it. */
export const serviceSchema = strictAsWritten({
  namespace: text(textFormats.version).optional(),
  owner: anyText().optional(),
  port: port.optional(),
  protocol: oneOf(protocols).optional(),
  ports: map(textFormats.portName, portSchema)
    .refine(isNotEmpty, { error: "at least one port" })
    .optional(),
  mtls: oneOf(mtlsModes).optional(),
  inMesh: flag().optional(),
  access: oneOf(accessDefaults).optional(),
  requires: tokenRequirementSchema.optional(),
  headless: flag().optional(),
  host: text(textFormats.host).optional(),
  versions: versions.optional(),
  replicas: replicas.optional(),
  image: text(textFormats.image).optional(),
  env: env.optional(),
  machines: map(textFormats.version, machineSchema).optional(),
  machineGroup: machineGroupSchema.optional(),
  calls: map(textFormats.name, callSchema).optional(),
  discovery: discoverySchema.optional(),
  visibility: visibility.optional(),
  policy: policySchema.optional(),
  limits: limitsSchema.optional(),
  extensions: extensionsSchema.optional(),
  telemetry: telemetrySchema.optional(),
  external: externalSchema.optional(),
});

/** A service that passed the schema: durations are read, nothing is filled in. */
export type ServiceInput = z.output<typeof serviceSchema>;
export type PortInput = z.output<typeof portSchema>;
export type VersionInput = z.output<typeof versionSchema>;
export type CallInput = z.output<typeof callSchema>;
