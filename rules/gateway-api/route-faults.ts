import type {
  KubernetesParent,
  KubernetesRouteRule,
  KubernetesRouteSpec,
} from "../../graph/kinds/gateway-api.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { checkItems } from "../schema/check-field.ts";
import { each, type Place } from "../schema/place.ts";
import { checkFilters, checkListOfFilters } from "./filters-of-rule.ts";
import { isDomain } from "./is-domain.ts";
import { isHostname } from "./is-hostname.ts";
import { checkMatches } from "./match-faults.ts";

const duration = /^(?:\d{1,5}(?:h|m|s|ms)){1,4}$/;
const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

const kindName = /^[a-zA-Z](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

type Backend = NonNullable<KubernetesRouteRule["backendRefs"]>[number];

/** What the definitions of routes refuse: https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule */
export function checkRoute(
  spec: KubernetesRouteSpec,
  { kind, version }: Pick<KubernetesObject, "kind" | "version">,
  place: Place,
): void {
  const { hostnames = [], rules = [] } = spec;
  // The first version did not ask for one.
  if (kind === "TLSRoute" && version !== "v1alpha2" && hostnames.length === 0) {
    place.at("hostnames").error("a TLSRoute has at least one hostname");
  }
  each(hostnames, place.at("hostnames"), (hostname, at) => {
    if (isHostname(hostname)) return;
    at.error(`${JSON.stringify(hostname)} is neither a DNS name nor one after "*."`);
  });
  if (rules.length > 16) place.at("rules").error("a route has at most 16 rules");
  const matches = rules.reduce((sum, rule) => sum + (rule.matches?.length ?? 0), 0);
  if (matches > 128) place.at("rules").error("the rules of a route have at most 128 matches");
  checkParents(spec.parentRefs ?? [], place.at("parentRefs"));
  const names = rules.map(({ name }) => name);
  each(rules, place.at("rules"), (rule, at, index) => {
    if (rule.name !== undefined && names.indexOf(rule.name) < index) {
      at.at("name").error(`the rule ${JSON.stringify(rule.name)} is there twice`);
    }
    checkMatches(rule, kind, at);
    checkFilters(rule, at);
    checkTimeouts(rule, at);
    checkItems(rule, "backendRefs", at, (ref, backend) => {
      const { weight = 1, port, name = "" } = ref;
      checkReference(ref, backend);
      if (weight < 0 || weight > 1_000_000) {
        backend.at("weight").error(`the weight ${String(weight)} is not between 0 and 1000000`);
      }
      if (port !== undefined && (port < 1 || port > 65_535)) {
        backend.at("port").error(`the port ${String(port)} is not between 1 and 65535`);
      }
      if (name === "") backend.error("a backend has a name");
      checkListOfFilters(ref.filters ?? [], rule.matches, backend.at("filters"));
    });
  });
}

/** References to one parent are told apart by their section or port. */
function checkParents(refs: readonly KubernetesParent[], place: Place): void {
  const of = ({ group, kind, namespace, name }: KubernetesParent) =>
    [group, kind, namespace, name].join(" ");
  each(refs, place, (ref, at, index) => {
    const same = refs.filter((other, place) => place !== index && of(other) === of(ref));
    if (same.length === 0) return;
    const { sectionName, port } = ref;
    if (sectionName === undefined && port === undefined) {
      at.error("several references to one parent say a sectionName or a port each");
    } else if (same.some((other) => other.sectionName === sectionName && other.port === port)) {
      at.error("the section of the parent is there twice");
    }
  });
}

/** What a backend is: `kind` and `group` are names of Kubernetes, and a Service has a port. */
function checkReference({ group = "", kind = "Service", port }: Backend, place: Place): void {
  if (group !== "" && !isDomain(group)) {
    place.at("group").error(`${JSON.stringify(group)} is not the name of a group`);
  }
  if (!kindName.test(kind)) {
    place.at("kind").error(`${JSON.stringify(kind)} is not the name of a kind`);
  }
  if (group === "" && kind === "Service" && port === undefined) {
    place.error("a Service as a backend needs a port", "add the port of the Service");
  }
}

function checkTimeouts({ timeouts }: KubernetesRouteRule, place: Place): void {
  const { request, backendRequest } = timeouts ?? {};
  for (const [name, said] of Object.entries({ request, backendRequest })) {
    if (said === undefined || duration.test(said)) continue;
    place
      .at("timeouts", name)
      .error(`${JSON.stringify(said)} is not a duration such as 500ms or 1m30s`);
  }
  const whole = timeOf(request);
  if (whole !== 0 && timeOf(backendRequest) > whole) {
    place.at("timeouts", "backendRequest").error("backendRequest is longer than request");
  }
}

/** In milliseconds; 0 where nothing is said, which means no limit. */
function timeOf(said = ""): number {
  return [...said.matchAll(/(\d+)(ms|[hms])/g)]
    .map(([, count, unit]) => Number(count) * (units[unit ?? ""] ?? 0))
    .reduce((sum, part) => sum + part, 0);
}
