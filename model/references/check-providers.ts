import { printPath, type Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import { providerProtocols } from "../normalize/normalize-providers.ts";
import type { Provider } from "../provider.ts";
import { providerUses } from "../provider-uses.ts";
import type { TelemetryInput } from "../schema/telemetry-schema.ts";
import { isVisibleIn } from "../visibility.ts";
import type { Protocol, ProviderRole } from "../vocabulary.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Providers are what the mesh has, and rules and telemetry name one that can do what they ask. */
export function checkProviders(context: ReferenceContext): void {
  for (const provider of Object.values(context.mesh.providers)) checkServer(context, provider);
  for (const [name, { provider }] of Object.entries(context.definition.access?.rules ?? {})) {
    if (provider === undefined) continue;
    checkNamed(context, provider, "authorisation", ["access", "rules", name, "provider"]);
  }
  const { telemetry, gateways = {} } = context.definition;
  checkTelemetry(context, telemetry, ["telemetry"]);
  for (const [name, each] of context.services) {
    checkTelemetry(context, each.telemetry, ["services", name, "telemetry"]);
    checkProxy(context, name);
  }
  for (const [name, each] of Object.entries(gateways)) {
    checkTelemetry(context, each.telemetry, ["gateways", name, "telemetry"]);
  }
  checkUses(context);
}

function checkServer(context: ReferenceContext, provider: Provider): void {
  if (!("service" in provider)) return;
  const path = ["providers", provider.name];
  if (!checkKnownService(context, provider.service, [...path, "service"])) return;
  const service = sureService(context, provider.service);
  if (service === undefined) return;
  const fitting: readonly Protocol[] = providerProtocols[provider.kind];
  const port = service.ports.find(({ number }) => number === provider.port);
  if (port !== undefined && fitting.includes(port.protocol)) return;
  const ports = service.ports.map(({ number, protocol }) => `${String(number)} (${protocol})`);
  const said = context.definition.providers?.[provider.name];
  const named = said !== undefined && "port" in said && said.port !== undefined;
  addError(context, {
    code: "HED2074",
    path: [...path, named ? "port" : "service"],
    message: `"${service.name}" has the ports ${ports.join(", ")}; allowed for ${provider.kind}: one that speaks ${fitting.join(" or ")}`,
    fix: `name another port, or set its protocol under services.${service.name}`,
  });
}

const parts = { logs: "logs", traces: "traces", metrics: "metrics" } as const;

function checkTelemetry(
  context: ReferenceContext,
  telemetry: TelemetryInput | undefined,
  path: Path,
): void {
  for (const part of [parts.logs, parts.traces, parts.metrics]) {
    const said = telemetry?.[part];
    if (said === undefined || said === "off") continue;
    checkNamed(context, said.provider, part, [...path, part, "provider"]);
  }
}

function checkNamed(context: ReferenceContext, name: string, role: ProviderRole, path: Path): void {
  const { providers } = context.definition;
  const known = Object.keys(providers ?? {});
  if (!known.includes(name)) {
    // One whose definition is broken has an error of its own.
    if (context.backends.includes(name)) return;
    addError(context, {
      code: "HED2073",
      path,
      message: `unknown provider "${name}"; the mesh has: ${listNames(known)}`,
      fix: suggest(
        name,
        known,
        `add "${name}" under providers; {"kind": "elsewhere", "for": "${role}"} where the control plane or a site knows it`,
      ),
    });
    return;
  }
  const provider = context.mesh.providers[name];
  if (provider === undefined || roleOf(provider) === role) return;
  addError(context, {
    code: "HED2074",
    path,
    message: `"${name}" is for ${roleOf(provider)} (${printPath(["providers", name])}); allowed: a provider for ${role}`,
    fix: `name one for ${role}`,
  });
}

function roleOf(provider: Provider): ProviderRole {
  switch (provider.kind) {
    case "elsewhere":
      return provider.for;
    case "file-log":
    case "otel-logs":
      return "logs";
    case "otel-traces":
    case "zipkin-traces":
      return "traces";
    case "prometheus":
      return "metrics";
    default:
      return "authorisation";
  }
}

function checkProxy(context: ReferenceContext, name: string): void {
  const service = sureService(context, name);
  if (context.definition.services[name]?.telemetry === undefined) return;
  if (service?.kind !== "workload" || service.inMesh) return;
  addError(context, {
    code: "HED2042",
    path: ["services", name, "telemetry"],
    message: `"${name}" has no proxy that could report`,
    fix: "remove telemetry, or remove inMesh: false",
  });
}

/** Who is asked or told has to be visible, and nobody asks itself. */
function checkUses(context: ReferenceContext): void {
  const seen = new Set<string>();
  for (const { by, provider: name, path } of providerUses(context.mesh)) {
    const provider = Object.hasOwn(context.mesh.providers, name)
      ? context.mesh.providers[name]
      : undefined;
    if (provider === undefined || !("service" in provider)) continue;
    const service = sureService(context, provider.service);
    if (service === undefined) continue;
    const place = printPath(path);
    if (service === by) {
      addError(context, {
        code: "HED2075",
        path,
        message: `"${name}" is the service "${service.name}", whose own proxies would ask it whether it may be asked`,
        fix: `take "${service.name}" out of the rule`,
      });
    } else if (!isVisibleIn(service.visibility, by.namespace) && !seen.has(place)) {
      seen.add(place);
      addError(context, {
        code: "HED2060",
        path,
        message: `the proxies of "${by.name}" in namespace ${by.namespace} need "${service.name}", which is only visible in ${service.visibility.kind === "mesh" ? "the mesh" : service.visibility.namespaces.join(", ")}, as ${printPath(["services", service.name, "visibility"])} says`,
        fix: `add ${by.namespace} to services.${service.name}.visibility`,
      });
    }
  }
}
