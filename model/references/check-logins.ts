import type { Path } from "../../diagnostics/index.ts";
import type { Login, PublicPath } from "../login.ts";
import type { GatewayHost } from "../mesh.ts";
import { checkKnownProvider } from "./check-known-provider.ts";
import { addError, type ReferenceContext } from "./reference-context.ts";

/** People can log in where a login is asked for: over HTTPS, at a provider that lets them, and at paths of their own. */
export function checkLogins(context: ReferenceContext): void {
  for (const { name, hosts } of Object.values(context.mesh.gateways)) {
    for (const each of hosts) {
      if (each.login === undefined) continue;
      const path = ["gateways", name, "hosts", each.host, "login"];
      checkProvider(context, each.login, path);
      checkHost(context, each, path);
      checkPaths(context, each.login, path);
      checkDomain(context, each, each.login, path);
    }
  }
}

function checkProvider(context: ReferenceContext, { provider }: Login, path: Path): void {
  const place = [...path, "provider"];
  if (!checkKnownProvider(context, provider, place)) return;
  // Nothing is said of what is broken itself.
  const { providers } = context.mesh.authentication;
  if (!Object.hasOwn(providers, provider) || context.loginProviders.includes(provider)) return;
  addError(context, {
    code: "HED2083",
    path: place,
    message: `nobody can log in at "${provider}", which only says how its tokens are checked`,
    fix: `add authentication.providers.${provider}.login with its authorization and token endpoints`,
  });
}

/** Cookies are only sent over HTTPS. */
function checkHost(
  context: ReferenceContext,
  { host, tls, http, carries }: GatewayHost,
  path: Path,
): void {
  const problem =
    carries !== "requests"
      ? "the gateway sees no requests there"
      : tls === undefined
        ? "it has no HTTPS, and the cookies of a login are only sent over HTTPS"
        : http === "serve"
          ? "it also answers plain HTTP, where the cookies of a login are not sent"
          : undefined;
  if (problem === undefined) return;
  addError(context, {
    code: "HED2082",
    path,
    message: `nobody can log in at ${host}: ${problem}`,
    fix: "end TLS at the gateway (tls with a secret), before a service with HTTP, and redirect or refuse plain HTTP",
  });
}

function checkPaths(context: ReferenceContext, login: Login, path: Path): void {
  const { callbackPath, signOutPath } = login;
  if (callbackPath === signOutPath) {
    addError(context, {
      code: "HED2084",
      path: [...path, "signOutPath"],
      message: `${signOutPath} is also where logins end (callbackPath)`,
      fix: "give both paths of their own",
    });
  }
  for (const [index, each] of login.public.entries()) {
    const covered = [callbackPath, signOutPath].find((own) => covers(each, own));
    if (covered === undefined) continue;
    addError(context, {
      code: "HED2084",
      path: [...path, "public", index],
      message: `covers ${covered}, where the gateway itself answers`,
      fix: "make it narrower, or move that path",
    });
  }
}

function covers({ kind, value }: PublicPath, path: string): boolean {
  if (kind === "exact") return value === path;
  const prefix = value.replace(/\/$/, "");
  return path === prefix || path.startsWith(`${prefix}/`);
}

/** Browsers take no cookies for a domain that the host is not in. */
function checkDomain(
  context: ReferenceContext,
  { host }: GatewayHost,
  { cookies: { domain } }: Login,
  path: Path,
): void {
  const name = host.replace(/^\*\./, "");
  if (domain === undefined || name === domain || name.endsWith(`.${domain}`)) return;
  addError(context, {
    code: "HED2082",
    path: [...path, "cookies", "domain"],
    message: `${host} is not in ${domain}, so browsers refuse its cookies`,
    fix: "name the host or a domain that it is in, or leave it out",
  });
}
