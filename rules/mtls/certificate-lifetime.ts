import { parseGoDuration } from "../../graph/lift/go-duration.ts";
import { printDuration } from "../../model/duration.ts";
import type { Rule } from "../rule.ts";
import { settingsOfIstiod, settingsOfProxies } from "./certificate-settings.ts";

const hour = 3_600_000;
/** What istiod signs for at most, and what it signs for where nobody asks. */
const [longest, usual] = [2160 * hour, 24 * hour];
/** The shortest outage of istiod that every certificate has to outlast. */
const outage = hour / 2;

/** Certificates of workloads are of a length that istiod signs, and outlast half an hour without it. */
export const certificateLifetime: Rule = {
  id: "mtls/certificate-lifetime",
  code: "HED4738",
  severity: "warning",
  summary: "certificates of workloads are as long as istiod signs, and outlast an outage of it",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const istiod = settingsOfIstiod(graph);
    const most = timeOf(istiod?.values.get("MAX_WORKLOAD_CERT_TTL")) ?? longest;
    for (const { origin, values } of [...(istiod ? [istiod] : []), ...settingsOfProxies(graph)]) {
      const asked = values.get("SECRET_TTL") ?? values.get("DEFAULT_WORKLOAD_CERT_TTL");
      const said = values.get("SECRET_GRACE_PERIOD_RATIO");
      const time = timeOf(asked) ?? (said === undefined ? undefined : usual);
      if (time === undefined) continue;
      const ratio = Number(said ?? 0.5);
      const rest = time * (ratio > 0 && ratio <= 1 ? ratio : 0.5);
      const fault =
        time > most
          ? `certificates are to be valid for ${printDuration(time)}, and istiod signs for at most ${printDuration(most)}`
          : rest < outage
            ? `certificates are renewed ${printDuration(Math.round(rest))} before they end: when istiod is away for that long, no workload trusts another`
            : undefined;
      if (fault === undefined) continue;
      find({
        outcome: "fail",
        origin,
        message: fault,
        fix: "leave 24h, which is the default, or choose a time between 1h and MAX_WORKLOAD_CERT_TTL",
      });
    }
  },
};

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseGoDuration(text);
}
