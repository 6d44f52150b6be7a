import { z } from "zod";
import { anyText, strict, text } from "../../../model/schema/field.ts";
import { textFormats } from "../../../model/schema/text-format.ts";
import { parseEndpoint, type Endpoint } from "../endpoint.ts";

const allowed = "address:port, for example 10.0.0.1:8080 or collector.internal:4317";

/** `address:port`, read. */
export const endpointText = z
  .string({ error: allowed })
  .refine((given) => parseEndpoint(given) !== undefined, { error: allowed })
  .transform((given): Endpoint => parseEndpoint(given) ?? { address: given, port: 0 });

/** A file of the machine that the proxy runs on. */
export const filePath = anyText("the absolute path of a file").regex(/^\//, {
  error: "the absolute path of a file",
});

export const serverTlsSchema = strict({
  name: text(textFormats.host).optional(),
  authorities: filePath.optional(),
});

/** A server that the proxy calls; a bare address is one in plaintext. */
export const serverSchema = z.union(
  [
    endpointText.transform((endpoint) => ({ ...endpoint, tls: undefined })),
    strict({ address: endpointText, tls: serverTlsSchema.optional() }).transform(
      ({ address, tls }) => ({ ...address, tls }),
    ),
  ],
  { error: `${allowed}, or {address, tls}` },
);

/** A server with its address read. */
export type Server = z.output<typeof serverSchema>;
/** TLS towards it. */
export type ParsedServerTls = z.output<typeof serverTlsSchema>;
