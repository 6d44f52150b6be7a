import { isIP } from "node:net";
import { z } from "zod";
import { originationModes, resolutions } from "../vocabulary.ts";
import { list, oneOf, strict, text } from "./field.ts";
import { textFormats } from "./text-format.ts";

const addressError = "an IP address, such as 192.0.2.1";

/** A service outside the mesh as its author writes it. */
export const externalSchema = z.union(
  [
    text(textFormats.host),
    strict({
      hosts: list(text(textFormats.gatewayHost), "a list of DNS names").min(1, {
        error: "at least one host",
      }),
      resolution: oneOf(resolutions).optional(),
      endpoints: list(
        z
          .string({ error: addressError })
          .refine((address) => isIP(address) !== 0, { error: addressError }),
        "a list of IP addresses",
      )
        .min(1, { error: "at least one address" })
        .optional(),
      tls: strict({
        mode: oneOf(originationModes).optional(),
        secret: text(textFormats.secret).optional(),
        sni: text(textFormats.host).optional(),
      }).optional(),
      through: text(textFormats.name).optional(),
    }),
  ],
  { error: "a DNS name in lower case, without scheme, port or path; or a map with hosts" },
);

export type ExternalInput = z.output<typeof externalSchema>;
