import { z } from "zod";
import { durationNanoseconds, second } from "../schema/values/duration.ts";

/** A value of MeshConfig that Istio refuses, or reads as another one. */
export interface MeshConfigFault {
  readonly field: string;
  readonly problem: string;
}

const words: Readonly<Record<string, readonly string[]>> = {
  "outboundTrafficPolicy.mode": ["REGISTRY_ONLY", "ALLOW_ANY", "ALLOW_ANY_DYNAMIC_DNS"],
  "inboundTrafficPolicy.mode": ["PASSTHROUGH", "LOCALHOST"],
  accessLogEncoding: ["TEXT", "JSON"],
  ingressControllerMode: ["UNSPECIFIED", "OFF", "DEFAULT", "STRICT"],
  h2UpgradePolicy: ["DO_NOT_UPGRADE", "UPGRADE"],
  "pathNormalization.normalization": [
    "DEFAULT",
    "NONE",
    "BASE",
    "MERGE_SLASHES",
    "DECODE_AND_MERGE_SLASHES",
  ],
  "meshMTLS.minProtocolVersion": ["TLS_AUTO", "TLSV1_2", "TLSV1_3"],
  "tlsDefaults.minProtocolVersion": ["TLS_AUTO", "TLSV1_2", "TLSV1_3"],
};

const flags = [
  "enableTracing",
  "enableAutoMtls",
  "enablePrometheusMerge",
  "disableEnvoyListenerLog",
];
const ports = [
  "proxyListenPort",
  "proxyInboundListenPort",
  "proxyHttpPort",
  "defaultConfig.proxyAdminPort",
  "defaultConfig.statusPort",
];
const domain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const record = z.record(z.string(), z.unknown());

/** Values that the validation of MeshConfig refuses: `ValidateMeshConfig` of Istio. */
export function meshConfigFaults(config: unknown): readonly MeshConfigFault[] {
  if (config === undefined || config === null) return [];
  const read = (path: string) => path.split(".").reduce<unknown>(step, config);
  const faults: MeshConfigFault[] = [];
  const note = (field: string, problem: string) => faults.push({ field, problem });
  for (const [field, allowed] of Object.entries(words)) {
    const value = read(field);
    // Versions below 1.2 are broken as well: `mtls/weak-mesh-tls` says so.
    if (value === undefined || value === null || /^TLSV1_[01]$/.test(print(value))) continue;
    if (typeof value === "number" || allowed.includes(print(value))) continue;
    note(field, `is ${JSON.stringify(value)}; allowed are ${allowed.join(", ")}`);
  }
  for (const field of flags) {
    const value = read(field) ?? true;
    if (typeof value !== "boolean")
      note(field, `is ${JSON.stringify(value)}; allowed are true and false`);
  }
  for (const field of ports) {
    const value = read(field) ?? 0;
    // Zero is the default.
    const isPort = Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535;
    if (!isPort) note(field, `is ${JSON.stringify(value)}; a port is between 1 and 65535`);
  }
  checkTimes(read, note);
  for (const field of ["trustDomain", "rootNamespace"]) {
    const value = read(field);
    if (value === undefined || value === null || value === "") continue;
    if (typeof value !== "string" || !domain.test(value))
      note(field, `is ${JSON.stringify(value)}, which is no DNS name`);
  }
  checkProviders(read("extensionProviders"), note);
  return faults;
}

type Note = (field: string, problem: string) => void;

function checkTimes(read: (path: string) => unknown, note: Note): void {
  const connect = read("connectTimeout");
  if (connect !== undefined && connect !== null) {
    const time = durationNanoseconds(print(connect));
    if (time === undefined || time < second / 1000 || time > 3600 * second) {
      note("connectTimeout", `is ${JSON.stringify(connect)}; allowed is a duration from 1ms to 1h`);
    }
  }
  for (const field of ["defaultConfig.drainDuration", "defaultConfig.terminationDrainDuration"]) {
    const value = read(field);
    if (value === undefined || value === null) continue;
    const time = durationNanoseconds(print(value));
    const isWhole = field.endsWith(".terminationDrainDuration") || (time ?? 1) % second === 0;
    if (time === undefined || time < 0 || !isWhole) {
      note(
        field,
        `is ${JSON.stringify(value)}; allowed is a duration of whole seconds, such as 45s`,
      );
    }
  }
}

function checkProviders(value: unknown, note: Note): void {
  const seen = new Set<string>();
  for (const each of z.array(record).safeParse(value).data ?? []) {
    const { name, ...kinds } = each;
    const said = typeof name === "string" ? name : "";
    if (said === "") note("extensionProviders", "has a provider without name");
    else if (seen.has(said)) note("extensionProviders", `has two providers named ${said}`);
    seen.add(said);
    const stated = Object.keys(kinds);
    if (stated.length !== 1) {
      note(
        "extensionProviders",
        `has the provider ${said} with ${stated.length === 0 ? "no kind" : `several kinds: ${stated.join(", ")}`}; a provider is of one`,
      );
    }
    for (const kind of Object.values(kinds)) {
      const { port } = record.safeParse(kind).data ?? {};
      if (
        port === undefined ||
        (Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535)
      )
        continue;
      note(
        "extensionProviders",
        `has the provider ${said} with the port ${JSON.stringify(port)}; a port is between 1 and 65535`,
      );
    }
  }
}

function step(value: unknown, key: string): unknown {
  return record.safeParse(value).data?.[key];
}

/** A value as text; what is no word and no number is no text that anything allows. */
function print(value: unknown): string {
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : JSON.stringify(value);
}
