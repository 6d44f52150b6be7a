import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** Only named sites may call with the credentials of a browser's user. */
export const openCors: Rule = {
  id: "gateway/open-cors",
  code: "HED4696",
  severity: "warning",
  summary: "only named sites may call with credentials",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "allowCredentials")) {
      const routes = virtualServiceSpec(object)?.http ?? [];
      for (const [index, { corsPolicy }] of routes.entries()) {
        if (corsPolicy?.allowCredentials !== true) continue;
        const origins = [
          ...(corsPolicy.allowOrigins ?? []).map(describe),
          ...(corsPolicy.allowOrigin ?? []).map((exact) => describe({ exact })),
        ];
        const open = origins.find((each) => each !== undefined);
        if (open === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "http", index, "corsPolicy"]),
          message: `allows credentials to every site: its origins are ${open}`,
          fix: "name the sites by exact origins, or remove allowCredentials",
        });
      }
    }
  },
};

type Origin = {
  readonly exact?: string | undefined;
  readonly prefix?: string | undefined;
  readonly regex?: string | undefined;
};

/** An origin that every site has, as people read it; undefined for others. */
function describe({ exact, prefix, regex }: Origin): string | undefined {
  if (exact === "*") return "*";
  if (
    prefix !== undefined &&
    ["http", "https", "http://", "https://", "http:", "https:"].includes(prefix)
  ) {
    return `everything that starts with ${prefix}`;
  }
  const isAny = regex !== undefined && /^\^?(?:https?\??:\/\/)?\.[*+]\$?$/.test(regex);
  return isAny ? `everything that matches ${regex}` : undefined;
}
