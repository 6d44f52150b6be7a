import type { Rule } from "../rule.ts";
import { findExpiring } from "./expiring-certificates.ts";

/** Certificates in Secrets of Gateways, which nothing renews, are valid for the next 30 days. */
export const certificateExpiring: Rule = {
  id: "gateway/certificate-expiring",
  code: "HED4592",
  severity: "warning",
  summary: "the certificates of a Gateway do not expire in the next 30 days",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    findExpiring(graph, find, Date.now());
  },
};
