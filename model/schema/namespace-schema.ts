import type { z } from "zod";
import { mtlsModes } from "../vocabulary.ts";
import { oneOf, strict } from "./field.ts";

/** What differs in one namespace, as its author writes it. */
export const namespaceSchema = strict({ mtls: oneOf(mtlsModes).optional() });

export type NamespaceInput = z.output<typeof namespaceSchema>;
