import type { Path } from "../../diagnostics/index.ts";
import type { TokenRequirement } from "../authentication.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { checkKnownProvider } from "./check-known-provider.ts";
import { checkTokenConditions } from "./check-token-conditions.ts";
import { checkTokensPassedOn } from "./check-tokens-passed-on.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Doors require tokens of providers that there are, where requests can be seen. */
export function checkAuthentication(context: ReferenceContext): void {
  checkIssuers(context);
  const { mesh } = context;
  for (const [name, { requires }] of context.services) {
    const service = sureService(context, name);
    if (requires === undefined || service?.kind !== "workload") continue;
    const path = ["services", name, "requires"];
    if (service.requires !== undefined) checkProviders(context, service.requires, path);
    if (!service.inMesh) {
      addError(context, {
        code: "HED2042",
        path,
        message: `"${name}" has no proxy that would check tokens`,
        fix: "remove requires, or remove inMesh: false",
      });
    } else if (!speaksHttp(service)) addNotHttp(context, service, path, "a token");
  }
  for (const { name, hosts } of Object.values(mesh.gateways)) {
    for (const { host, requires, carries } of hosts) {
      if (requires === undefined) continue;
      const path = ["gateways", name, "hosts", host, "requires"];
      checkProviders(context, requires, path);
      if (carries === "requests") continue;
      addError(context, {
        code: "HED2009",
        path,
        message: `a token at ${host}, whose connections the gateway hands on without seeing requests`,
        fix: "let the service require the token, or let the gateway end TLS before a service with HTTP",
      });
    }
  }
  checkTokenConditions(context);
  checkTokensPassedOn(context);
}

/** A token names its issuer, and nothing else by which proxies could tell two providers apart. */
function checkIssuers(context: ReferenceContext): void {
  const seen = new Map<string, string>();
  for (const { name, issuer } of Object.values(context.mesh.authentication.providers)) {
    const first = seen.get(issuer);
    if (first === undefined) seen.set(issuer, name);
    else {
      addError(context, {
        code: "HED2049",
        path: ["authentication", "providers", name, "issuer"],
        message: `the issuer ${issuer} is already the provider "${first}"; allowed: one provider an issuer`,
        fix: `make one provider of both, with all keys and audiences, and require "${first}"`,
      });
    }
  }
}

function checkProviders(
  context: ReferenceContext,
  { providers }: TokenRequirement,
  path: Path,
): void {
  for (const name of providers) checkKnownProvider(context, name, path);
}
