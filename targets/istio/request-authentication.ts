import type { Json, Manifest } from "../../graph/index.ts";
import {
  servicesOf,
  type Mesh,
  type TokenPlace,
  type TokenProvider,
  type TokenRequirement,
} from "../../model/index.ts";

interface Door {
  readonly name: string;
  readonly namespace: string;
}

/**
 * How tokens are checked, one object a door that looks for any. It refuses wrong tokens; that one is needed is said by an
 * AuthorizationPolicy. At a gateway it holds for all hosts.
 * https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export function requestAuthentications(mesh: Mesh): readonly Manifest[] {
  const of = (label: string, door: Door, requirements: readonly TokenRequirement[]): Manifest[] => {
    const names = [...new Set(requirements.flatMap(({ providers }) => providers))].sort();
    const providers = names.flatMap((name) => mesh.authentication.providers[name] ?? []);
    return providers.length === 0 ? [] : [requestAuthentication(label, door, providers)];
  };
  return [
    ...servicesOf(mesh).flatMap((each) =>
      each.kind === "workload" && each.requires !== undefined
        ? of("app", each, [each.requires])
        : [],
    ),
    ...Object.values(mesh.gateways).flatMap((each) =>
      of(
        "istio",
        each,
        each.hosts.flatMap(({ requires }) => requires ?? []),
      ),
    ),
  ];
}

function requestAuthentication(
  label: string,
  { name, namespace }: Door,
  providers: readonly TokenProvider[],
): Manifest {
  return {
    apiVersion: "security.istio.io/v1",
    kind: "RequestAuthentication",
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: { [label]: name } },
      jwtRules: providers.map(jwtRule),
    },
  };
}

function jwtRule({ issuer, jwks, audiences, from, forward, claimsToHeaders }: TokenProvider): Json {
  return {
    issuer,
    ...(audiences.length === 0 ? {} : { audiences }),
    ...(jwks.kind === "remote"
      ? { jwksUri: jwks.uri }
      : { jwks: JSON.stringify({ keys: jwks.keys }) }),
    // Said also where it is the usual place: without any, Istio would take tokens out of the query as well.
    ...places(from),
    ...(forward ? { forwardOriginalToken: true } : {}),
    ...(claimsToHeaders.length === 0
      ? {}
      : { outputClaimToHeaders: claimsToHeaders.map(({ header, claim }) => ({ header, claim })) }),
  };
}

function places(from: readonly TokenPlace[]): Readonly<Record<string, Json>> {
  const headers = from.flatMap((each): Json[] => {
    if (each.kind !== "header") return [];
    return [{ name: each.name, ...(each.prefix === "" ? {} : { prefix: each.prefix }) }];
  });
  const named = (kind: TokenPlace["kind"]): string[] =>
    from.filter((each) => each.kind === kind).map(({ name }) => name);
  const fields = {
    fromHeaders: headers,
    fromParams: named("query"),
    fromCookies: named("cookie"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, values]) => values.length > 0));
}
