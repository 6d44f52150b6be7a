import type { RuleDoc } from "../rule.ts";
import { autoNamedDoc } from "./auto-named.doc.ts";
import { deleteBeforeReplaceDoc } from "./delete-before-replace.doc.ts";
import { routeWithoutDependencyDoc } from "./route-without-dependency.doc.ts";
import { secretInClearDoc } from "./secret-in-clear.doc.ts";
import { twoOwnersDoc } from "./two-owners.doc.ts";
import { unprotectedRootDoc } from "./unprotected-root.doc.ts";

/** Text and examples of the rules of `pulumi/`, by id. */
export const pulumiDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["pulumi/auto-named", autoNamedDoc],
  ["pulumi/delete-before-replace", deleteBeforeReplaceDoc],
  ["pulumi/route-without-dependency", routeWithoutDependencyDoc],
  ["pulumi/secret-in-clear", secretInClearDoc],
  ["pulumi/two-owners", twoOwnersDoc],
  ["pulumi/unprotected-root", unprotectedRootDoc],
];
