import type { AccessCase } from "../change/access-cases.ts";
import { allowsCaller, matchesIdentity, type DeclaredCaller } from "../change/declared-callers.ts";

const ofIdentity: ReadonlySet<string> = new Set([
  "principals",
  "not Principals",
  "namespaces",
  "not Namespaces",
]);

/** Whether some request of a caller may fit a case: its identity does, and nothing else is known of it here. */
export function mayBeCaller(one: AccessCase, caller: DeclaredCaller): boolean {
  return allowsCaller(one, caller) && !isExcepted(one, caller);
}

/** Whether every request of a caller fits a case, which asks for its identity alone. */
export function mustBeCaller(one: AccessCase, caller: DeclaredCaller): boolean {
  return [...one.fields.keys()].every((each) => ofIdentity.has(each)) && mayBeCaller(one, caller);
}

/** Whether a case says that it is not for a caller; a trust domain that is stated may be another one. */
function isExcepted({ fields }: AccessCase, { namespace, identity }: DeclaredCaller): boolean {
  return (
    (fields.get("not Principals") ?? []).some(
      (each) => each === "*" || matchesIdentity(each, identity),
    ) || (fields.get("not Namespaces") ?? []).some((each) => fits(each, namespace))
  );
}

function fits(pattern: string, value: string): boolean {
  if (pattern === "*" || pattern === value) return true;
  if (pattern.endsWith("*")) return value.startsWith(pattern.slice(0, -1));
  return pattern.startsWith("*") && value.endsWith(pattern.slice(1));
}
