import type { Path, Report } from "../../diagnostics/index.ts";
import type { Mesh } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";

/** Every service that a site has settings for is one of the mesh, inside. */
export function checkServices(mesh: Mesh, site: ResolvedSite, report: Report): void {
  const known = Object.values(mesh.services).flatMap(({ kind, name }) => {
    return kind === "workload" ? [name] : [];
  });
  for (const [path, name] of namedServices(site)) {
    if (known.includes(name)) continue;
    report.add({
      code: "HED3003",
      severity: "error",
      path: ["sites", site.name, ...path],
      message: `got the service "${name}"; allowed: ${known.sort().join(", ")}`,
      fix: "correct the name, or remove it",
    });
  }
}

function namedServices({ buffering }: ResolvedSite): readonly (readonly [Path, string])[] {
  return (buffering?.except ?? []).map((name, index) => [["buffering", "except", index], name]);
}
