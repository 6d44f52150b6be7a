import type { z } from "zod";
import { isNotEmpty, map, strict, text } from "./field.ts";
import { textFormats } from "./text-format.ts";

const hostSchema = strict({
  service: text(textFormats.name),
  tls: strict({ secret: text(textFormats.secret) }).optional(),
});

/** One gateway as its author writes it. */
export const gatewaySchema = strict({
  namespace: text(textFormats.version).optional(),
  hosts: map(textFormats.gatewayHost, hostSchema).refine(isNotEmpty, {
    error: "at least one host",
  }),
});

export type GatewayInput = z.output<typeof gatewaySchema>;
