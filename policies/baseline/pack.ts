import { PolicyPack } from "@pulumi/policy";
import { allRules } from "../../rules/all.ts";
import { rulePolicies } from "../index.ts";

/** The first pack to use: every rule, errors mandatory. */
new PolicyPack("heddle-baseline", { policies: rulePolicies(allRules) });
