import type { ValueOf } from "../read/decoding.ts";
import { list, mapOf, message } from "../read/shapes.ts";
import { double, duration, flag, oneOf, text } from "../read/words.ts";
import { attachment } from "./common.ts";

const providers = list(message({ name: text }));
const mode = oneOf("CLIENT_AND_SERVER", "CLIENT", "SERVER");

const metric = oneOf(
  "ALL_METRICS",
  "REQUEST_COUNT",
  "REQUEST_DURATION",
  "REQUEST_SIZE",
  "RESPONSE_SIZE",
  "TCP_OPENED_CONNECTIONS",
  "TCP_CLOSED_CONNECTIONS",
  "TCP_SENT_BYTES",
  "TCP_RECEIVED_BYTES",
  "GRPC_REQUEST_MESSAGES",
  "GRPC_RESPONSE_MESSAGES",
);

const override = message({
  match: message({ metric, customMetric: text, mode }),
  disabled: flag,
  tagOverrides: mapOf(message({ operation: oneOf("UPSERT", "REMOVE"), value: text }), {}),
});

const tracing = message({
  match: message({ mode }),
  providers,
  randomSamplingPercentage: double,
  disableSpanReporting: flag,
  disableContextPropagation: flag,
  customTags: mapOf(
    message({
      literal: message({ value: text }),
      environment: message({ name: text, defaultValue: text }),
      header: message({ name: text, defaultValue: text }),
      formatter: message({ value: text }),
    }),
    {},
  ),
  enableIstioTags: flag,
  useRequestIdForTraceSampling: flag,
});

const metrics = message({ providers, overrides: list(override), reportingInterval: duration });

const accessLogging = message({
  match: message({ mode }),
  providers,
  disabled: flag,
  filter: message({ expression: text }),
});

export const telemetryFields = message({
  ...attachment,
  tracing: list(tracing),
  metrics: list(metrics),
  accessLogging: list(accessLogging),
});

export type Telemetry = ValueOf<typeof telemetryFields>;
export type Tracing = ValueOf<typeof tracing>;
export type Override = ValueOf<typeof override>;
export type Providers = ValueOf<typeof providers>;
