import type { Rule } from "../rule.ts";
import { autoNamed } from "./auto-named.ts";
import { deleteBeforeReplace } from "./delete-before-replace.ts";
import { routeWithoutDependency } from "./route-without-dependency.ts";
import { secretInClear } from "./secret-in-clear.ts";
import { twoOwners } from "./two-owners.ts";
import { unprotectedRoot } from "./unprotected-root.ts";

/** The rules of `pulumi/`. */
export const pulumiRules: readonly Rule[] = [
  autoNamed,
  deleteBeforeReplace,
  routeWithoutDependency,
  secretInClear,
  twoOwners,
  unprotectedRoot,
];
