import type { Call, EnvValue, Port, ReceivingPort, Service, Version } from "../mesh.ts";
import type { DiscoveryInput } from "../schema/discovery-schema.ts";
import type { CallInput, PortInput, ServiceInput, VersionInput } from "../schema/service-schema.ts";
import type { AccessDefault, MtlsMode } from "../vocabulary.ts";
import { normalizeOperation } from "./normalize-access.ts";
import { normalizeRequirement } from "./normalize-authentication.ts";
import { normalizeDiscovery } from "./normalize-discovery.ts";
import { normalizeExtensions } from "./normalize-extensions.ts";
import { externalPort, normalizeExternal } from "./normalize-external.ts";
import { normalizeLimit } from "./normalize-limit.ts";
import { normalizeMachineGroup, normalizeMachines } from "./normalize-machines.ts";
import { normalizePolicy, overPolicy } from "./normalize-policy.ts";
import { normalizeRetries } from "./normalize-retries.ts";
import { normalizeTelemetry } from "./normalize-telemetry.ts";
import { normalizeVisibility } from "./normalize-visibility.ts";
import { sortedEntries, sortedMap } from "./sorted.ts";

/** Name of the only version of a service that names none. */
export const defaultVersion = "default";

/** What a service takes over where it says nothing. */
export interface ServiceDefaults {
  readonly namespace: string;
  /** What the author says for all services, if anything. */
  readonly access: AccessDefault | undefined;
  readonly discovery: DiscoveryInput | undefined;
  /** What the services of a namespace accept. */
  mtlsIn(namespace: string): MtlsMode;
}

/** Fills in the defaults of one service. */
export function normalizeService(
  name: string,
  input: ServiceInput,
  defaults: ServiceDefaults,
): Service {
  const namespace = input.namespace ?? defaults.namespace;
  const common = {
    name,
    namespace,
    ...(input.owner === undefined ? {} : { owner: input.owner }),
    visibility: normalizeVisibility(input.visibility, namespace),
  };
  const policy = normalizePolicy(input.policy);
  if (input.external !== undefined) {
    const ports = normalizePorts(input, externalPort(input.external));
    return { kind: "external", ...common, ports, ...normalizeExternal(input.external), policy };
  }
  const inMesh = input.inMesh ?? true;
  const mtls = inMesh ? (input.mtls ?? defaults.mtlsIn(namespace)) : "disabled";
  const ports = normalizePorts(input, { number: 8080, protocol: "http" });
  return {
    kind: "workload",
    ...common,
    inMesh,
    mtls,
    access: inMesh ? (input.access ?? defaults.access ?? usualAccess(mtls)) : "open",
    ...(input.requires === undefined ? {} : { requires: normalizeRequirement(input.requires) }),
    headless: input.headless ?? false,
    ...(input.host === undefined ? {} : { host: input.host }),
    ports: ports.map((port): ReceivingPort => {
      const own = Object.hasOwn(input.ports ?? {}, port.name)
        ? input.ports?.[port.name]
        : undefined;
      return { ...port, mtls: (inMesh ? own?.mtls : undefined) ?? mtls };
    }),
    versioned: input.versions !== undefined,
    versions: normalizeVersions(input),
    policy,
    limits: (input.limits ?? []).map(normalizeLimit),
    extensions: normalizeExtensions(input.extensions),
    telemetry: normalizeTelemetry(input.telemetry),
    calls: sortedEntries(input.calls).map(([to, call]) => normalizeCall(to, call)),
    machines: normalizeMachines(input.machines, defaultVersion),
    ...(input.machineGroup === undefined
      ? {}
      : { machineGroup: normalizeMachineGroup(input.machineGroup, ports[0]?.target ?? 0) }),
    discovery: inMesh
      ? normalizeDiscovery(input.discovery, defaults.discovery)
      : normalizeDiscovery(),
  };
}

/** Who sends plaintext has no identity: where that is accepted, a list of callers would keep some of them out. */
function usualAccess(mtls: MtlsMode): AccessDefault {
  return mtls === "strict" ? "declared-calls" : "open";
}

function normalizePorts(
  input: ServiceInput,
  otherwise: Pick<Port, "number" | "protocol"> & Partial<Port>,
): readonly Port[] {
  if (input.ports !== undefined) {
    const ports = sortedEntries(input.ports).map(([name, each]) => normalizePort(name, each));
    return ports.sort((a, b) => a.number - b.number);
  }
  const number = input.port ?? otherwise.number;
  const protocol = input.protocol ?? otherwise.protocol;
  // The target is part of the default only: who names another port means that one.
  const target = input.port === undefined ? (otherwise.target ?? number) : number;
  return [{ name: protocol, number, target, protocol }];
}

function normalizePort(name: string, { number, target, protocol }: PortInput): Port {
  return { name, number, target: target ?? number, protocol: protocol ?? "http" };
}

function normalizeVersions(input: ServiceInput): readonly Version[] {
  const { versions } = input;
  if (versions === undefined) return [normalizeVersion(defaultVersion, {}, input)];
  const named = Array.isArray(versions)
    ? [...new Set(versions)].sort().map((name): [string, VersionInput] => [name, {}])
    : sortedEntries(versions);
  return named.map(([name, version]) => normalizeVersion(name, version, input));
}

function normalizeVersion(name: string, version: VersionInput, service: ServiceInput): Version {
  const image = version.image ?? service.image;
  return {
    name,
    replicas: version.replicas ?? service.replicas ?? 1,
    ...(image === undefined ? {} : { image }),
    env: sortedMap({ ...service.env, ...version.env }, (value): EnvValue => value),
    ...(version.policy === undefined
      ? {}
      : { policy: normalizePolicy(overPolicy(version.policy, service.policy)) }),
  };
}

function normalizeCall(to: string, { timeout, retries, idempotent, operations }: CallInput): Call {
  return {
    to,
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries: normalizeRetries(retries) }),
    ...(idempotent === undefined ? {} : { idempotent }),
    operations: (operations ?? []).flatMap(normalizeOperation),
  };
}
