import type { AccessRule } from "../fields/security.ts";
import type { Place } from "../place.ts";
import { anyText, checkEach } from "./source.ts";
import {
  addressOrRangeProblem,
  portTextProblem,
  serviceAccountProblem,
  wildcardProblem,
} from "./values.ts";

type Condition = NonNullable<AccessRule["when"]>[number];
type Judge = (value: string) => string | undefined;

const attributes: ReadonlyMap<string, Judge> = new Map([
  ["source.ip", addressOrRangeProblem],
  ["remote.ip", addressOrRangeProblem],
  ["destination.ip", addressOrRangeProblem],
  ["destination.port", portTextProblem],
  ["source.serviceAccount", serviceAccountProblem],
  ["source.trustDomain", wildcardProblem],
  ...["source.namespace", "source.principal", "request.auth.principal", "connection.sni"].map(
    (key) => [key, anyText] as const,
  ),
  ["request.auth.audiences", anyText],
  ["request.auth.presenter", anyText],
]);
const keyed = ["request.headers", "request.auth.claims", "experimental.envoy.filters."];

/** A condition on an attribute of the request. */
export function checkCondition({ key = "", values, notValues }: Condition, place: Place): void {
  if (values === undefined && notValues === undefined) {
    place.error(`the condition on ${key} has neither \`values\` nor \`notValues\``);
    return;
  }
  const prefix = keyed.find((each) => key.startsWith(each));
  if (prefix !== undefined && !/^[^[]+\[[\s\S]+\]$/.test(key)) {
    place.at("key").error(`the key ${JSON.stringify(key)} is not of the form name[key]`);
    return;
  }
  const judge = prefix === undefined ? attributes.get(key) : anyText;
  if (judge === undefined) {
    const allowed = [...keyed.map((each) => `${each}[…]`), ...attributes.keys()].join(", ");
    place.at("key").error(`the key ${JSON.stringify(key)} is not known; allowed: ${allowed}`);
    return;
  }
  checkEach(values, place, "values", judge);
  checkEach(notValues, place, "notValues", judge);
}
