import { z } from "zod";
import { mtlsModes } from "../vocabulary.ts";
import { accessSchema } from "./access-schema.ts";
import { authenticationSchema } from "./authentication-schema.ts";
import { discoverySchema } from "./discovery-schema.ts";
import { map, oneOf, strict, text } from "./field.ts";
import { gatewaySchema } from "./gateway-schema.ts";
import { globalLimitsSchema } from "./limit-schema.ts";
import { namespaceSchema } from "./namespace-schema.ts";
import { routeSchema } from "./route-schema.ts";
import { serviceSchema } from "./service-schema.ts";
import { textFormats } from "./text-format.ts";

/**
 * The author's form of a mesh, shape only: references between parts are checked afterwards. Its input type is
 * `MeshDefinition` (a type test holds them together), its JSON Schema is `schemas/mesh.schema.json`.
 */
export const meshSchema = strict({
  apiVersion: z.literal("heddle/v1", { error: textFormats.apiVersion.allowed }).optional(),
  name: text(textFormats.name),
  namespace: text(textFormats.version).optional(),
  trust: strict({ domain: text(textFormats.host), mtls: oneOf(mtlsModes).optional() }),
  namespaces: map(textFormats.version, namespaceSchema).optional(),
  services: map(textFormats.name, serviceSchema),
  routes: map(textFormats.name, routeSchema).optional(),
  gateways: map(textFormats.name, gatewaySchema).optional(),
  authentication: authenticationSchema.optional(),
  access: accessSchema.optional(),
  discovery: discoverySchema.optional(),
  globalLimits: globalLimitsSchema.optional(),
});

/** A mesh that passed the schema: durations are read, nothing is filled in. */
export type MeshInput = z.output<typeof meshSchema>;
