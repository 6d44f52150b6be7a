import type { Path } from "../../diagnostics/index.ts";
import { listNames, suggest } from "../closest.ts";
import { mostCookies } from "../normalize/cookie-match.ts";
import type { RouteMatchInput } from "../schema/match-schema.ts";
import { addExclusive } from "./add-exclusive.ts";
import { checkHeaderNames } from "./check-header-names.ts";
import { requestPorts } from "./check-http.ts";
import { checkKnownService } from "./check-known-service.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** What the matches of a rule say together, and of the rest of the mesh. */
export function checkMatches(
  context: ReferenceContext,
  callee: string,
  matches: readonly RouteMatchInput[],
  path: Path,
): void {
  checkHeaderNames(context, matches, path);
  for (const [index, match] of matches.entries()) {
    const place = [...path, index];
    checkFields(context, match, place);
    if (match.port !== undefined) checkPort(context, callee, match.port, [...place, "port"]);
    if (match.grpc !== undefined) checkGrpc(context, callee, match, [...place, "grpc"]);
    const { from = [] } = match;
    if (typeof from === "string") checkCaller(context, callee, from, [...place, "from"]);
    else {
      for (const [at, name] of from.entries()) {
        checkCaller(context, callee, name, [...place, "from", at]);
      }
    }
  }
}

function checkFields(context: ReferenceContext, match: RouteMatchInput, place: Path): void {
  const { path, grpc, headers = {}, cookies } = match;
  if (path !== undefined && grpc !== undefined) {
    addExclusive(context, [...place, "grpc"], [...place, "path"], {
      why: "a gRPC method is the path of its requests",
      fix: "keep one of them",
    });
  }
  const cookie = Object.keys(headers).find((name) => name.toLowerCase() === "cookie");
  if (cookies === undefined) return;
  if (cookie !== undefined) {
    addExclusive(context, [...place, "cookies"], [...place, "headers", cookie], {
      why: "cookies are that header",
      fix: "keep one of them",
    });
  }
  const count = Object.keys(cookies).length;
  if (count <= mostCookies) return;
  addError(context, {
    code: "HED1009",
    path: [...place, "cookies"],
    message: `got ${String(count)} cookies; allowed: at most ${String(mostCookies)} in one match`,
    fix: "match fewer: one cookie that says who it is does, and a rule before it takes the rest",
  });
}

function checkPort(context: ReferenceContext, callee: string, name: string, path: Path): void {
  const service = sureService(context, callee);
  if (service === undefined) return;
  const allowed = requestPorts(service).map((port) => port.name);
  // A service without any is told so once, for its whole route.
  if (allowed.length === 0 || allowed.includes(name)) return;
  const known = service.ports.find((port) => port.name === name);
  const got = known === undefined ? `no port "${name}"` : `"${name}" (${known.protocol})`;
  addError(context, {
    code: "HED2079",
    path,
    message: `"${callee}" has ${got}; allowed: ports that carry requests: ${listNames(allowed)}`,
    fix: suggest(name, allowed, "name one of these, or remove the match"),
  });
}

function checkGrpc(
  context: ReferenceContext,
  callee: string,
  { port }: RouteMatchInput,
  path: Path,
): void {
  const service = sureService(context, callee);
  if (service === undefined) return;
  const asked = service.ports.filter(({ name }) => port === undefined || name === port);
  if (asked.length === 0 || asked.some(({ protocol }) => protocol === "grpc")) return;
  const ports = asked.map(({ number, protocol }) => `${String(number)} (${protocol})`);
  addError(context, {
    code: "HED2021",
    path,
    message: `grpc on "${callee}", whose ports are ${ports.join(", ")}; allowed on: grpc`,
    fix: `set the protocol under services.${callee} if it does speak gRPC, or match the path`,
  });
}

function checkCaller(context: ReferenceContext, callee: string, name: string, path: Path): void {
  if (!checkKnownService(context, name, path)) return;
  const service = sureService(context, name);
  const external = service?.kind === "external";
  if (!external && name !== callee) return;
  addError(context, {
    code: "HED2020",
    path,
    message: external
      ? `"${name}" is external (${service.host}), and no request comes from there; allowed: services in the mesh`
      : `"${name}" does not call itself; allowed: other services`,
    fix: "name the service that calls, or remove the match",
  });
}
