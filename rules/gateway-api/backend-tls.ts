import {
  backendTlsPolicySpec,
  backendTlsPolicyType,
  type BackendTlsPolicySpec,
} from "../../graph/kinds/gateway-api.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { toFinding } from "../schema/kind.ts";
import { createPlace, each, type Fault, type Place } from "../schema/place.ts";
import type { Rule } from "../rule.ts";

/** What the definition of BackendTLSPolicy refuses by its expressions. */
export const backendTls: Rule = {
  id: "gateway-api/backend-tls",
  code: "HED4839",
  severity: "error",
  summary: "a BackendTLSPolicy is one that the API server accepts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, backendTlsPolicyType)) {
      const faults: Fault[] = [];
      checkPolicy(backendTlsPolicySpec(object) ?? {}, createPlace("spec", faults));
      for (const fault of faults) find(toFinding(object, fault));
    }
  },
};

/** Both types of names, and the field that holds the name. */
const fields = { Hostname: "hostname", URI: "uri" } as const;

function checkPolicy({ targetRefs = [], validation }: BackendTlsPolicySpec, place: Place): void {
  each(targetRefs, place.at("targetRefs"), (ref, at, index) => {
    const isSame = (other: typeof ref) =>
      other.group === ref.group && other.kind === ref.kind && other.name === ref.name;
    const same = targetRefs.filter((other, place) => place !== index && isSame(other));
    if (same.length === 0) return;
    const { sectionName = "" } = ref;
    if (sectionName === "") at.error("several references to one target say a sectionName each");
    else if (same.some((other) => other.sectionName === sectionName)) at.error("is there twice");
  });
  if (validation === undefined) return;
  const { caCertificateRefs = [], wellKnownCACertificates = "", subjectAltNames } = validation;
  const at = place.at("validation");
  if (caCertificateRefs.length > 0 === (wellKnownCACertificates !== "")) {
    at.error("one of `caCertificateRefs` and `wellKnownCACertificates` says who vouches");
  }
  each(subjectAltNames, at.at("subjectAltNames"), (name, at) => {
    for (const [type, field] of Object.entries(fields)) {
      const given = (name[field] ?? "") !== "";
      if (name.type === type && !given) at.error(`the type ${type} needs \`${field}\``);
      if (name.type !== type && given)
        at.at(field).error(`\`${field}\` goes with the type ${type}`);
    }
  });
}
