import type { Report } from "../../diagnostics/index.ts";
import { servicesOf, type Mesh } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { parseEndpoint } from "./endpoint.ts";
import { addressOf } from "./endpoints-of.ts";

/** Every endpoint names a service and a version of the mesh, and is an address. */
export function checkEndpoints(mesh: Mesh, site: ResolvedSite, report: Report): void {
  for (const [name, versions] of Object.entries(site.endpoints)) {
    const service = Object.hasOwn(mesh.services, name) ? mesh.services[name] : undefined;
    const wrong = createWrong(report, ["sites", site.name, "endpoints", name]);
    if (service?.kind !== "workload") {
      const known = servicesOf(mesh).filter(({ kind }) => kind === "workload");
      wrong([], `got the service "${name}"`, known.map((each) => each.name).join(", "));
      continue;
    }
    const allowed = service.versions.map((version) => version.name);
    const random = [service.policy, ...service.versions.map(({ policy }) => policy)].some(
      (policy) => policy?.loadBalancing.kind === "random",
    );
    for (const [version, addresses] of Object.entries(versions)) {
      if (!allowed.includes(version)) {
        wrong([version], `got the version "${version}" of "${name}"`, allowed.join(", "));
      }
      for (const [index, given] of addresses.entries()) {
        const address = addressOf(given);
        if (random && typeof given === "object" && given.weight !== undefined) {
          const got = `got a weight, which the load balancing of "${name}" ignores`;
          wrong([version, index, "weight"], got, "weights where it is not random");
        }
        if (parseEndpoint(address) !== undefined) continue;
        const place = typeof given === "string" ? [] : ["address"];
        wrong(
          [version, index, ...place],
          `got "${address}"`,
          "address:port, for example 10.0.0.1:8080",
        );
      }
    }
  }
}

type Wrong = (path: readonly (string | number)[], got: string, allowed: string) => void;

function createWrong(report: Report, base: readonly string[]): Wrong {
  return (path, got, allowed) => {
    report.add({
      code: "HED3003",
      severity: "error",
      path: [...base, ...path],
      message: `${got}; allowed: ${allowed}`,
      fix: "correct the endpoints of the site",
    });
  };
}
