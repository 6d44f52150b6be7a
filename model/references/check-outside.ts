import type { ExternalService } from "../mesh.ts";
import { listNames, suggest } from "../closest.ts";
import { speaksHttp } from "./check-http.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** What is said of a service outside fits together, and the gateway that it goes through is a way out. */
export function checkOutside(context: ReferenceContext, name: string): void {
  const service = sureService(context, name);
  if (service?.kind !== "external") return;
  const say = sayAt(context, name);
  const wild = service.hosts.filter((host) => host.startsWith("*."));
  if (wild.length > 0 && service.resolution !== "none") {
    say(
      ["resolution"],
      `${wild.join(", ")} has no address of its own, so its resolution is not ${service.resolution}; allowed: none`,
      "remove resolution and endpoints, or name exact hosts",
    );
  }
  if ((service.resolution === "static") !== service.endpoints.length > 0) {
    say(
      ["endpoints"],
      `resolution ${service.resolution} with ${String(service.endpoints.length)} endpoints; allowed: endpoints exactly with resolution static`,
      service.resolution === "static" ? "list its IP addresses" : "remove endpoints",
    );
  }
  checkOrigination(service, say);
  checkThrough(context, service, say);
}

type Say = (path: readonly string[], message: string, fix: string) => void;

function sayAt(context: ReferenceContext, name: string): Say {
  return (path, message, fix) => {
    const place = ["services", name, "external", ...path];
    addError(context, { code: "HED2054", path: place, message, fix });
  };
}

function checkOrigination(service: ExternalService, say: Say): void {
  const { name, tls, through, hosts } = service;
  if (tls === undefined) return;
  if (!speaksHttp(service)) {
    say(
      ["tls"],
      `the mesh cannot start TLS for "${name}", whose callers speak it already or no HTTP; allowed with: http, http2, grpc`,
      "let callers speak plain HTTP to the service, or remove tls",
    );
  }
  if (hosts.some((host) => host.startsWith("*."))) {
    say(["tls"], "the mesh starts TLS for exact hosts only", "name the hosts");
  }
  if (tls.mode === "mutual" && tls.secret === undefined) {
    say(["tls"], "mode mutual without a certificate", "name its Secret in tls.secret");
  }
  if (tls.secret !== undefined && through === undefined) {
    say(
      ["tls", "secret"],
      `the Secret "${tls.secret}" would have to lie beside every caller; allowed: only with through`,
      "send it through an egress gateway, which alone holds the Secret",
    );
  }
}

function checkThrough(context: ReferenceContext, service: ExternalService, say: Say): void {
  const { name, through, ports, hosts } = service;
  if (through === undefined) return;
  const { gateways } = context.mesh;
  const egress = Object.values(gateways).filter(({ kind }) => kind === "egress");
  const known = egress.map((each) => each.name);
  if (!known.includes(through)) {
    say(
      ["through"],
      `got "${through}"; allowed: gateways of kind egress, the mesh has: ${listNames(known)}`,
      suggest(through, known, `add it under gateways with kind: egress`),
    );
  }
  if (hosts.some((host) => host.startsWith("*."))) {
    say(["through"], "a gateway cannot know where a wildcard leads", "name the hosts");
  }
  const http = ports.filter(({ protocol }) => !["tcp", "tls"].includes(protocol));
  const tls = ports.filter(({ protocol }) => protocol === "tls");
  if (http.length <= 1 && tls.length <= 1 && http.length + tls.length === ports.length) return;
  say(
    ["through"],
    `"${name}" has the ports ${ports.map(({ number, protocol }) => `${String(number)} (${protocol})`).join(", ")}; allowed through a gateway: at most one with HTTP and one with tls, whose hosts it can see`,
    "declare the others as a service of its own",
  );
}
