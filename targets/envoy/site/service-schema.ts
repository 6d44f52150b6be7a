import { z } from "zod";
import {
  anyText,
  duration,
  list,
  oneOf,
  strict,
  text,
  wholeNumber,
} from "../../../model/schema/field.ts";
import { textFormats } from "../../../model/schema/text-format.ts";
import { filePath } from "./server-schema.ts";

const address = z.string({ error: "address:port" });
const endpoint = z.union(
  [
    address,
    strict({
      address,
      priority: wholeNumber(0, 127).optional(),
      weight: wholeNumber(1, 1000).optional(),
      locality: text(textFormats.place).optional(),
    }),
  ],
  { error: "address:port, or {address, priority, weight, locality}" },
);

/** By service, then by version. Whether an address is one is checked with the mesh at hand. */
export const endpointsSchema = z
  .record(
    z.string(),
    z.record(z.string(), list(endpoint, "a list of endpoints"), {
      error: "lists of endpoints by version",
    }),
    { error: "versions by service" },
  )
  .default({});

export type GivenEndpoint = z.output<typeof endpoint>;

const times = {
  interval: duration().default(5000),
  timeout: duration().default(2000),
  unhealthyThreshold: wholeNumber(1, 1000).default(2),
  healthyThreshold: wholeNumber(1, 1000).default(2),
};
const path = "a path that starts with /";
const healthCheck = z.union(
  [
    strict({
      ...times,
      http: strict({
        path: anyText(path).regex(/^\//, { error: path }),
        host: text(textFormats.host).optional(),
        expectedStatuses: list(wholeNumber(100, 599), "a list of statuses").optional(),
      }),
    }),
    strict({ ...times, grpc: strict({ serviceName: anyText().optional() }) }),
    strict({ ...times, tcp: strict({}) }),
  ],
  { error: "one of {http: {path}}, {grpc: {}}, {tcp: {}}, with times and thresholds" },
);

export type HealthCheck = z.output<typeof healthCheck>;

const service = strict({
  healthCheck: healthCheck.optional(),
  discovery: oneOf(["strict-dns", "logical-dns"]).optional(),
  dnsRefresh: duration().optional(),
  hashTable: oneOf(["ring", "maglev"]).optional(),
  tls: strict({ name: text(textFormats.host), authorities: filePath.optional() }).optional(),
});

export type SiteService = z.output<typeof service>;

export const servicesSchema = z
  .record(z.string(), service, { error: "settings by the name of a service" })
  .default({});
