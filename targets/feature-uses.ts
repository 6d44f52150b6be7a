import type { Path } from "../diagnostics/index.ts";
import {
  gatewayServices,
  ledServices,
  namespaceMtls,
  servicesOf,
  workloadServices,
  type ExternalService,
  type Limit,
  type Mesh,
  type Protocol,
  type Service,
  type WorkloadService,
} from "../model/index.ts";
import { accessUses } from "./access-uses.ts";
import { authenticationUses } from "./authentication-uses.ts";
import { discoveryUses } from "./discovery-uses.ts";
import { extensionUses } from "./extension-uses.ts";
import { gatewayUses } from "./gateway-uses.ts";
import { isDeployed } from "./kubernetes/is-deployed.ts";
import { hasOwnPolicy, policyUses } from "./policy-uses.ts";
import { providerFeatureUses } from "./provider-uses.ts";
import { routeUses } from "./route-uses.ts";

/** Places that use each feature. */
export type FeatureUses<Name extends string> = Readonly<Record<Name, readonly Path[]>>;

/** Finds every use of every feature. Its keys are the closed list of `features.ts`; the compiler compares the two. */
export function usesOf(mesh: Mesh) {
  return {
    ...serviceUses(mesh),
    ...policyUses(mesh),
    ...limitUses(mesh),
    ...callUses(mesh),
    ...discoveryUses(mesh),
    ...insideUses(mesh),
    ...routeUses(mesh),
    ...trustUses(mesh),
    ...gatewayUses(mesh),
    ...accessUses(mesh),
    ...authenticationUses(mesh),
    ...extensionUses(mesh),
    ...providerFeatureUses(mesh),
  };
}

function serviceUses(mesh: Mesh) {
  const services = servicesOf(mesh);
  const places = (found: readonly { readonly name: string }[]): Path[] =>
    found.map(({ name }) => ["services", name]);
  const outside = (test: (service: ExternalService) => boolean): Path[] =>
    places(services.filter((each) => each.kind === "external" && test(each)));
  const speaking = (protocol: Protocol): Path[] =>
    places(services.filter((each) => each.ports.some((port) => port.protocol === protocol)));
  const inside = calledInside(mesh);
  const led = new Set(outside(({ through }) => through !== undefined).map(([, name]) => name));
  /** What gateways do with connections are features of theirs. */
  const insideSpeaking = (protocol: Protocol): Path[] =>
    speaking(protocol).filter(([, name]) => inside.has(String(name)) && !led.has(String(name)));
  return {
    "services/versions": places(workloadServices(mesh).filter(({ versioned }) => versioned)),
    "services/headless": places(workloadServices(mesh).filter(({ headless }) => headless)),
    "services/host": workloadServices(mesh)
      .filter(({ host }) => host !== undefined)
      .map(({ name }): Path => ["services", name, "host"]),
    "services/machines": workloadServices(mesh)
      .filter(({ machines }) => machines.length > 0)
      .map(({ name }): Path => ["services", name, "machines"]),
    "services/machine-group": workloadServices(mesh)
      .filter(({ machineGroup }) => machineGroup !== undefined)
      .map(({ name }): Path => ["services", name, "machineGroup"]),
    "services/external": outside(({ through }) => through === undefined),
    "services/external-tls": outside(
      (each) => each.through === undefined && each.tls !== undefined,
    ),
    "services/external-through": outside(({ through }) => through !== undefined),
    "services/visibility": places(services.filter(isHidden)),
    "services/visibility-elsewhere": places(
      workloadServices(mesh).filter(
        (each) => isHidden(each) && each.host === undefined && !isDeployed(each),
      ),
    ),
    "ports/http": speaking("http"),
    "ports/http2": speaking("http2"),
    "ports/grpc": speaking("grpc"),
    "ports/tcp": insideSpeaking("tcp"),
    "ports/tls": insideSpeaking("tls"),
  };
}

function isHidden({ visibility }: Service): boolean {
  return visibility.kind !== "mesh";
}

function callUses(mesh: Mesh) {
  const calls = workloadServices(mesh).flatMap(({ name, calls }) =>
    calls.map((call) => ({ call, place: ["services", name, "calls", call.to] })),
  );
  const having = (field: "timeout" | "retries"): Path[] =>
    calls.filter(({ call }) => call[field] !== undefined).map(({ place }) => [...place, field]);
  return { "calls/timeout": having("timeout"), "calls/retries": having("retries") };
}

function trustUses(mesh: Mesh) {
  const { trust, namespaces } = mesh;
  const services = workloadServices(mesh);
  const scopes: Path[] = [
    ...Object.values(namespaces)
      .filter(({ mtls }) => mtls !== trust.mtls)
      .map(({ name }): Path => ["namespaces", name, "mtls"]),
    ...services
      .filter(({ inMesh, mtls, namespace, ports }) => {
        return (
          inMesh &&
          (mtls !== namespaceMtls(mesh, namespace) || ports.some((port) => port.mtls !== mtls))
        );
      })
      .map(({ name }): Path => ["services", name]),
  ];
  const mode = (name: typeof trust.mtls): Path[] =>
    trust.mtls === name ? [["trust", "mtls"]] : [];
  return {
    "trust/mtls-strict": mode("strict"),
    "trust/mtls-permissive": mode("permissive"),
    "trust/mtls-disabled": mode("disabled"),
    "trust/mtls-scopes": scopes,
    "trust/outside": services
      .filter(({ inMesh }) => !inMesh)
      .map(({ name }): Path => ["services", name, "inMesh"]),
  };
}

function limitUses(mesh: Mesh) {
  const places = (test: (service: WorkloadService) => boolean): Path[] =>
    workloadServices(mesh)
      .filter(({ limits }) => limits.length > 0)
      .filter(test)
      .map(({ name }) => ["services", name, "limits"]);
  const sharing = sharingRequests(mesh);
  return {
    "limits/local": places((each) => each.inMesh && !each.limits.every(isGlobal)),
    "limits/global": places((each) => each.inMesh && each.limits.some(isGlobal)),
    "limits/other-service": places(({ name }) => sharing.has(name)),
    "limits/outside": places(({ inMesh }) => !inMesh),
  };
}

/** Services whose routes lead to others, and those others. */
function sharingRequests(mesh: Mesh): ReadonlySet<string> {
  const groups = Object.keys(mesh.routes).map((name) => ledServices(mesh, [name]));
  return new Set(groups.filter((each) => each.length > 1).flat());
}

function isGlobal({ scope }: Limit): boolean {
  return scope === "global";
}

function insideUses(mesh: Mesh) {
  const inside = calledInside(mesh);
  const routed = Object.keys(mesh.routes).filter((name) => inside.has(name));
  const services = workloadServices(mesh).filter(({ name }) => inside.has(name));
  const saying = services.filter(hasOwnPolicy).map(({ name }): Path => ["services", name]);
  return {
    "routes/inside": routed.map((name): Path => ["routes", name]),
    "policy/inside": saying,
  };
}

/** Services that somebody inside calls, or that no gateway leads to: their routes and policies are not for gateways alone. */
function calledInside(mesh: Mesh): ReadonlySet<string> {
  const calls = workloadServices(mesh).flatMap((each) => each.calls.map(({ to }) => to));
  const called = new Set(ledServices(mesh, calls));
  const led = new Set(ledServices(mesh, Object.values(mesh.gateways).flatMap(gatewayServices)));
  return new Set(Object.keys(mesh.services).filter((name) => called.has(name) || !led.has(name)));
}
