import type { Report } from "../../diagnostics/index.ts";
import type { ResolvedSite } from "./edge-site.ts";

/** No two listeners want the same port. */
export function checkPorts(site: ResolvedSite, report: Report): void {
  const { listen, readiness, adminPort, stats } = site;
  const ports: readonly (readonly [readonly string[], number])[] = [
    [["listen", "http"], listen.http],
    [["listen", "https"], listen.https],
    ...Object.entries(listen.tcp).map(([name, port]) => [["listen", "tcp", name], port] as const),
    [["adminPort"], adminPort],
    [["readiness", "port"], readiness.port],
    ...(stats.prometheus === undefined
      ? []
      : [[["stats", "prometheus", "port"], stats.prometheus.port] as const]),
  ];
  const taken = new Map<number, string>();
  for (const [field, port] of ports) {
    const first = taken.get(port);
    taken.set(port, first ?? field.join("."));
    if (first === undefined) continue;
    report.add({
      code: "HED3003",
      severity: "error",
      path: ["sites", site.name, ...field],
      message: `port ${String(port)} is already taken by ${first}; allowed: one listener a port`,
      fix: "choose another port",
    });
  }
}
