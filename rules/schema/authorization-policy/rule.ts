import type { AccessRule, AuthorizationPolicy } from "../fields/security.ts";
import { checkItems } from "../check-field.ts";
import { isSet, type Place } from "../place.ts";
import { checkCondition } from "./condition.ts";
import { checkOperation } from "./operation.ts";
import { checkSource } from "./source.ts";

/** A rule: who, what, and under which conditions. */
export function checkRule(
  rule: AccessRule,
  place: Place,
  action: AuthorizationPolicy["action"],
): void {
  checkItems(rule, "from", place, ({ source }, at) => {
    if (source === undefined) at.error("the entry has no `source`");
    else checkSource(source, at.at("source"));
  });
  checkItems(rule, "to", place, ({ operation }, at) => {
    if (operation === undefined) at.error("the entry has no `operation`");
    else checkOperation(operation, at.at("operation"));
  });
  checkItems(rule, "when", place, (condition, at) => {
    if (isSet(condition.key)) checkCondition(condition, at);
    else at.error("the condition has no `key`");
  });
  if (action === "DENY" && deniesConnections(rule)) {
    place.warn(
      "attributes of HTTP alone in a rule of DENY deny every connection of plain TCP as well",
      "add `ports` to `operation`",
    );
  }
}

const connectionFields = [
  ...["principals", "notPrincipals", "ipBlocks", "notIpBlocks", "namespaces", "notNamespaces"],
  ...["remoteIpBlocks", "notRemoteIpBlocks", "serviceAccounts", "notServiceAccounts"],
];

/** What a connection does not have is taken as matched. */
function deniesConnections({ from = [], to = [] }: AccessRule): boolean {
  const sources = from.flatMap(({ source }) => source ?? []);
  const operations = to.flatMap(({ operation }) => operation ?? []);
  if (operations.length > 0) {
    return !operations.some(({ ports, notPorts }) => ports !== undefined || notPorts !== undefined);
  }
  return (
    sources.length > 0 &&
    !sources.some((source) => Object.keys(source).some((name) => connectionFields.includes(name)))
  );
}
