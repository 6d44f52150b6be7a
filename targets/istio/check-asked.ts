import type { Report } from "../../diagnostics/index.ts";
import type { Mesh } from "../../model/index.ts";

/** Istio asks authorisers before it reads tokens: a rule for one cannot depend on claims (HED3007). */
export function checkAsked({ access }: Pick<Mesh, "access">, report: Report): void {
  for (const { name, action, when } of access.rules) {
    if (action !== "custom" || !when.some(({ kind }) => kind === "token")) continue;
    report.add({
      code: "HED3007",
      severity: "error",
      path: ["access", "rules", name, "when", "token"],
      message: "Istio asks an authoriser before it looks at the token of a request",
      fix: "leave the token to the authoriser, or write a deny with these claims beside it",
    });
  }
}
