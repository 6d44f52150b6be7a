import type { Source } from "../fields/security.ts";
import { each, type Place } from "../place.ts";
import { addressOrRangeProblem, serviceAccountProblem, trustDomainProblem } from "./values.ts";

const addresses = ["ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks"] as const;
const names = [
  ...(["principals", "notPrincipals", "requestPrincipals", "notRequestPrincipals"] as const),
  ...(["namespaces", "notNamespaces"] as const),
];
const accounts = ["serviceAccounts", "notServiceAccounts"] as const;
const domains = ["trustDomains", "notTrustDomains"] as const;
const most = 16;

/** Who a request is from. */
export function checkSource(source: Source, place: Place): void {
  if (Object.keys(source).length === 0) place.error("the source is empty");
  const identities = ["principals", "notPrincipals", "namespaces", "notNamespaces"] as const;
  if (
    accounts.some((name) => source[name] !== undefined) &&
    identities.some((name) => source[name] !== undefined)
  ) {
    place.error("service accounts cannot be set beside namespaces or principals");
  }
  for (const name of names) checkEach(source[name], place.at(name), () => undefined);
  for (const name of addresses) checkEach(source[name], place.at(name), addressOrRangeProblem);
  for (const name of domains) checkEach(source[name], place.at(name), trustDomainProblem);
  for (const name of accounts) {
    if ((source[name]?.length ?? 0) > most) {
      place.at(name).error(`at most ${String(most)} service accounts can be listed`);
    } else checkEach(source[name], place.at(name), serviceAccountProblem);
  }
}

/** None is empty, and each is of its form. */
export function checkEach(
  values: readonly string[] | undefined,
  place: Place,
  problemOf: (value: string) => string | undefined,
): void {
  each(values, place, (value, at) => {
    at.error(value === "" ? "the value is empty" : problemOf(value));
  });
}
