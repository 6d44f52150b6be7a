import { isIP } from "node:net";
import type { Path, Report } from "../../diagnostics/index.ts";
import { servicesOf, type Mesh, type WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { endpointsOf, portOf } from "./endpoints-of.ts";
import type { SiteService } from "./site/service-schema.ts";

/** Every service that a site has settings for is one of the mesh, inside, and they fit it. */
export function checkServices(mesh: Mesh, site: ResolvedSite, report: Report): void {
  const inside = new Map(
    servicesOf(mesh).flatMap((each) => {
      return each.kind === "workload" ? [[each.name, each] as const] : [];
    }),
  );
  const wrong: Wrong = (path, message, fix) => {
    const place = ["sites", site.name, ...path];
    report.add({ code: "HED3003", severity: "error", path: place, message, fix });
  };
  const known = [...inside.keys()].sort().join(", ");
  for (const [path, name] of namedServices(site)) {
    if (inside.has(name)) continue;
    const message = `got the service "${name}"; allowed: ${known}`;
    wrong(path, message, "correct the name, or remove it");
  }
  for (const [name, settings] of Object.entries(site.services)) {
    const service = inside.get(name);
    if (service !== undefined) checkSettings(service, settings, { site, wrong });
  }
}

type Wrong = (path: Path, message: string, fix: string) => void;

function namedServices({
  buffering,
  services,
}: ResolvedSite): readonly (readonly [Path, string])[] {
  const excepted = buffering?.except ?? [];
  return [
    ...excepted.map((name, index) => [["buffering", "except", index], name] as const),
    ...Object.keys(services).map((name) => [["services", name], name] as const),
  ];
}

function checkSettings(
  service: WorkloadService,
  { healthCheck, discovery, hashTable }: SiteService,
  { site, wrong }: { readonly site: ResolvedSite; readonly wrong: Wrong },
): void {
  const { name, versions, versioned } = service;
  const { protocol } = portOf(service);
  const path = ["services", name];
  if (healthCheck !== undefined && "grpc" in healthCheck && protocol === "http") {
    const message = `"${name}" speaks HTTP/1.1, which gRPC cannot ask`;
    wrong([...path, "healthCheck", "grpc"], message, "ask with http or tcp");
  }
  const policies = [service.policy, ...versions.map(({ policy }) => policy)];
  const hashed = policies.some((each) => each?.loadBalancing.kind === "consistent-hash");
  if (hashTable !== undefined && !hashed) {
    const message = `"${name}" is not balanced by a consistent hash`;
    wrong([...path, "hashTable"], message, "give it a policy with one, or remove it");
  }
  if (discovery !== "logical-dns") return;
  const places = versioned ? versions.map((version) => version.name) : [undefined];
  for (const version of versioned ? [undefined, ...places] : places) {
    const endpoints = endpointsOf(service, site, version);
    const [only, ...others] = endpoints;
    if (only !== undefined && others.length === 0 && isIP(only.address) === 0) continue;
    const message = `logical-dns is for one name; ${version === undefined ? `"${name}"` : `version "${version}"`} has ${endpoints.map((each) => each.address).join(", ") || "none"}`;
    wrong([...path, "discovery"], message, "name one endpoint, or use strict-dns");
    return;
  }
}
