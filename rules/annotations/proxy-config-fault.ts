import { load } from "js-yaml";
import { z } from "zod";
import { withoutNulls } from "../../graph/kinds/without-nulls.ts";

const text = z.string().optional();
const flag = z.boolean().optional();
const texts = z.array(z.string()).optional();
const textMap = z.record(z.string(), z.string()).optional();

/** Protobuf reads whole numbers from text too. */
const whole = z.union([z.int(), z.string().regex(/^-?\d+$/)]).optional();
const duration = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?s$/, "a duration in seconds (5s)")
  .optional();
const drain = z
  .string()
  .regex(/^0*[1-9]\d*(?:\.0+)?s$/, "whole seconds (45s)")
  .optional();
const address = z.string().refine(isAddress, "host:port").optional();
const optionalAddress = z.union([z.literal(""), address]).optional();
const collector = z.looseObject({ address }).optional();

/** The fields of a ProxyConfig that are written most; of others only the presence is possible to see. */
const schema = z.looseObject({
  configPath: text,
  binaryPath: text,
  serviceCluster: text,
  drainDuration: drain,
  terminationDrainDuration: duration,
  discoveryAddress: address,
  statsdUdpAddress: optionalAddress,
  proxyAdminPort: whole,
  concurrency: whole,
  statusPort: whole,
  statNameLength: whole,
  interceptionMode: z.enum(["REDIRECT", "TPROXY", "NONE"]).optional(),
  meshId: text,
  proxyMetadata: textMap,
  runtimeValues: textMap,
  extraStatTags: texts,
  caCertificatesPem: texts,
  holdApplicationUntilProxyStarts: flag,
  image: z.looseObject({ imageType: text }).optional(),
  tracing: z
    .looseObject({ zipkin: collector, datadog: collector, sampling: z.number().optional() })
    .optional(),
  gatewayTopology: z.looseObject({ numTrustedProxies: whole }).optional(),
  proxyStatsMatcher: z
    .looseObject({ inclusionPrefixes: texts, inclusionSuffixes: texts, inclusionRegexps: texts })
    .optional(),
});

/** What the YAML of `proxy.istio.io/config` has to be instead; undefined where nothing is wrong with it. */
export function proxyConfigFault(value: string): string | undefined {
  if (value.trim() === "") return undefined;
  let config: unknown;
  try {
    config = load(value, { maxAliases: 100 });
  } catch {
    return "the YAML of a ProxyConfig";
  }
  if (config === undefined || config === null) return undefined;
  const issue = schema.safeParse(withoutNulls(config)).error?.issues[0];
  if (issue === undefined) return undefined;
  const field = issue.path.join(".");
  const problem = `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
  return `a ProxyConfig${field === "" ? "" : ` (${field}: ${problem})`}`;
}

/** The address of the node may stand in for a host. */
function isAddress(value: string): boolean {
  const port = /^(?:\[[^\]]+\]|[^:]+):(\d+)$/.exec(value.replace("$(HOST_IP)", "127.0.0.1"))?.[1];
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65_535;
}
