import type { z } from "zod";
import { discoveryScopes, unknownHostsModes } from "../vocabulary.ts";
import { list, oneOf, strict, text } from "./field.ts";
import { textFormats } from "./text-format.ts";

/** What proxies hear of, as its author writes it. */
export const discoverySchema = strict({
  scope: oneOf(discoveryScopes).optional(),
  also: list(text(textFormats.scopedHost), "a list of hosts with their namespaces").optional(),
  unknownHosts: oneOf(unknownHostsModes).optional(),
});

export type DiscoveryInput = z.output<typeof discoverySchema>;
