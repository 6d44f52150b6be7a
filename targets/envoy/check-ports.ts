import type { Report } from "../../diagnostics/index.ts";
import type { ResolvedSite } from "./edge-site.ts";

/** Every port is a port, and no two listeners want the same one. */
export function checkPorts(site: ResolvedSite, report: Report): void {
  const { listen, readiness, adminPort } = site;
  const ports: readonly (readonly [readonly string[], number])[] = [
    [["listen", "http"], listen.http],
    [["listen", "https"], listen.https],
    ...Object.entries(listen.tcp).map(([name, port]) => [["listen", "tcp", name], port] as const),
    [["adminPort"], adminPort],
    [["readiness", "port"], readiness.port],
  ];
  const taken = new Map<number, string>();
  for (const [field, port] of ports) {
    const first = taken.get(port);
    taken.set(port, first ?? field.join("."));
    const right = Number.isInteger(port) && port > 0 && port < 65_536;
    if (right && first === undefined) continue;
    report.add({
      code: "HED3003",
      severity: "error",
      path: ["sites", site.name, ...field],
      message: right
        ? `port ${String(port)} is already taken by ${String(first)}; allowed: one listener a port`
        : `got the port ${String(port)}; allowed: whole numbers from 1 to 65535`,
      fix: "choose another port",
    });
  }
}
