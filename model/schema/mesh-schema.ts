import { z } from "zod";
import { mtlsModes } from "../vocabulary.ts";
import { accessSchema } from "./access-schema.ts";
import { authenticationSchema } from "./authentication-schema.ts";
import { discoverySchema } from "./discovery-schema.ts";
import { list, map, oneOf, strict, text } from "./field.ts";
import { gatewaySchema } from "./gateway-schema.ts";
import { globalLimitsSchema } from "./limit-schema.ts";
import { namespaceSchema } from "./namespace-schema.ts";
import { providersSchema } from "./provider-schema.ts";
import { routeSchema } from "./route-schema.ts";
import { serviceSchema } from "./service-schema.ts";
import { telemetrySchema } from "./telemetry-schema.ts";
import { textFormats } from "./text-format.ts";

/**
 * The author's form of a mesh, shape only: references between parts are checked afterwards. Its input type is
 * `MeshDefinition` (a type test holds them together), its JSON Schema is `schemas/mesh.schema.json`.
 */
export const meshSchema = strict({
  apiVersion: z.literal("heddle/v1", { error: textFormats.apiVersion.allowed }).optional(),
  name: text(textFormats.name),
  namespace: text(textFormats.version).optional(),
  trust: strict({
    domain: text(textFormats.host),
    aliases: list(text(textFormats.host), "a list of trust domains")
      .min(1, { error: "at least one trust domain" })
      .optional(),
    mtls: oneOf(mtlsModes).optional(),
  }),
  namespaces: map(textFormats.version, namespaceSchema).optional(),
  services: map(textFormats.name, serviceSchema),
  routes: map(textFormats.name, routeSchema).optional(),
  gateways: map(textFormats.name, gatewaySchema).optional(),
  authentication: authenticationSchema.optional(),
  access: accessSchema.optional(),
  discovery: discoverySchema.optional(),
  globalLimits: globalLimitsSchema.optional(),
  providers: providersSchema.optional(),
  telemetry: telemetrySchema.optional(),
});

/** A mesh that passed the schema: durations are read, nothing is filled in. */
export type MeshInput = z.output<typeof meshSchema>;
