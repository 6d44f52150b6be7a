import { z } from "zod";
import {
  anyText,
  duration,
  oneOf,
  strict,
  text,
  wholeNumber,
} from "../../../model/schema/field.ts";
import { textFormats } from "../../../model/schema/text-format.ts";

const headerText = "visible characters and blanks";

export const httpSchema = strict({
  http10: strict({ defaultHost: text(textFormats.host) }).optional(),
  serverHeader: z
    .union(
      [
        oneOf(["of-service"]),
        strict({ text: anyText(headerText).regex(/^[\x20-\x7e]+$/, { error: headerText }) }),
      ],
      { error: "of-service, or {text}" },
    )
    .optional(),
  maxHeaderKib: wholeNumber(1, 8192).default(60),
  maxHeaders: wholeNumber(1, 10_000).default(100),
  maxStreams: wholeNumber(1, 2_147_483_647).default(100),
  headersTimeout: duration().default(10_000),
  requestTimeout: duration().optional(),
  streamIdleTimeout: duration().default(300_000),
  idleTimeout: duration().default(3_600_000),
  maxConnectionDuration: duration().optional(),
  drainTimeout: duration().optional(),
}).prefault({});
