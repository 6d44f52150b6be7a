import { PolicyPack } from "@pulumi/policy";
import { operationsRules } from "../../rules/operations/index.ts";
import { resilienceRules } from "../../rules/resilience/index.ts";
import { workloadsRules } from "../../rules/workloads/index.ts";
import { rulePolicies } from "../index.ts";

const rules = [...operationsRules, ...resilienceRules, ...workloadsRules];

/** What keeps a mesh serving through failures and maintenance: warnings block too. */
new PolicyPack("heddle-production", { policies: rulePolicies(rules, { mandatory: "warning" }) });
