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
const identities = ["principals", "notPrincipals", "namespaces", "notNamespaces"] as const;
const most = 16;

/** Who a request is from. */
export function checkSource(source: Source, place: Place): void {
  if (Object.keys(source).length === 0) place.error("the source is empty");
  const isGiven = (name: keyof Source): boolean => source[name] !== undefined;
  if (accounts.some(isGiven) && identities.some(isGiven)) {
    place.error("service accounts cannot be set beside namespaces or principals");
  }
  for (const name of names) checkEach(source[name], place, name, anyText);
  for (const name of addresses) checkEach(source[name], place, name, addressOrRangeProblem);
  for (const name of domains) checkEach(source[name], place, name, trustDomainProblem);
  for (const name of accounts) {
    if ((source[name]?.length ?? 0) > most) {
      place.at(name).error(`at most ${String(most)} service accounts can be listed`);
    } else checkEach(source[name], place, name, serviceAccountProblem);
  }
}

/** A text of which nothing is asked but that it is there. */
export function anyText(): undefined {
  return undefined;
}

/** Of the values of a field none is empty, and each is of its form. */
export function checkEach(
  values: readonly string[] | undefined,
  place: Place,
  field: string,
  problemOf: (value: string) => string | undefined,
): void {
  // Of the many fields few are given.
  if (values === undefined) return;
  each(values, place.at(field), (value, at) => {
    at.error(value === "" ? "the value is empty" : problemOf(value));
  });
}
