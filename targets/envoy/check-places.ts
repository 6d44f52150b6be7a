import type { Report } from "../../diagnostics/index.ts";
import {
  gatewayServices,
  ledServices,
  type Mesh,
  type WorkloadService,
} from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { isIn } from "./locality.ts";
import { sharesFor } from "./place-endpoints.ts";
import { addressOf } from "./endpoints-of.ts";

/**
 * Where a site knows its own place, every endpoint of a service whose policy is about places has one too, and every share
 * an endpoint that gets it (HED3009). Without a place of the site the policy is a loss, which is reported as one.
 */
export function checkPlaces(mesh: Mesh, site: ResolvedSite, report: Report): void {
  const { gateway, locality } = site;
  if (locality === undefined) return;
  const named = gatewayServices(mesh.gateways[gateway] ?? { hosts: [], tcp: [] });
  for (const name of ledServices(mesh, named)) {
    const service = mesh.services[name];
    if (service?.kind !== "workload" || !isAboutPlaces(service)) continue;
    checkEndpoints(service, site, report);
    checkShares(service, { site, locality, report });
  }
}

function policiesOf({ policy, versions }: WorkloadService) {
  return [policy, ...versions.flatMap((version) => version.policy ?? [])];
}

function isAboutPlaces(service: WorkloadService): boolean {
  return policiesOf(service).some(({ locality }) => locality !== undefined);
}

function checkEndpoints({ name }: WorkloadService, site: ResolvedSite, report: Report): void {
  const path = ["sites", site.name, "endpoints", name];
  const given = Object.hasOwn(site.endpoints, name) ? site.endpoints[name] : undefined;
  const fix =
    'name addresses, each with its locality: { address: "10.0.0.1:8080", locality: "eu/west" }';
  if (given === undefined) {
    const message = `the policy of "${name}" is about places, and its name in the cluster says none`;
    report.add({ code: "HED3009", severity: "error", path, message, fix });
  }
  for (const [version, endpoints] of Object.entries(given ?? {})) {
    for (const [index, each] of endpoints.entries()) {
      const place = [...path, version, index];
      if (typeof each === "string" || each.locality === undefined) {
        const message = `the policy of "${name}" is about places, and ${addressOf(each)} has none`;
        report.add({ code: "HED3009", severity: "error", path: place, message, fix });
      }
      if (typeof each === "object" && each.priority !== undefined) {
        report.add({
          code: "HED3009",
          severity: "error",
          path: [...place, "priority"],
          message: `got a priority, and the policy of "${name}" already says who comes first; allowed: one of both`,
          fix: "remove the priority, or the policy's locality",
        });
      }
    }
  }
}

function checkShares(
  service: WorkloadService,
  {
    site,
    locality,
    report,
  }: { readonly site: ResolvedSite; readonly locality: string; readonly report: Report },
): void {
  const { name } = service;
  const places = Object.values(site.endpoints[name] ?? {})
    .flat()
    .flatMap((each) => (typeof each === "object" ? (each.locality ?? []) : []));
  if (places.length === 0) return;
  for (const { locality: policy } of policiesOf(service)) {
    if (policy?.kind !== "distribute") continue;
    for (const named of Object.keys(sharesFor(locality, policy.distribute) ?? {})) {
      if (places.some((place) => isIn(named, place))) continue;
      report.add({
        code: "HED3009",
        severity: "error",
        path: ["sites", site.name, "endpoints", name],
        message: `a share of the requests to "${name}" goes to ${named}, where no endpoint is; the site has: ${[...new Set(places)].sort().join(", ")}`,
        fix: "add an endpoint there, or change the shares",
      });
    }
  }
}
