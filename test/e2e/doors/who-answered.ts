import type { TrafficResult } from "../../../bench/index.ts";

/** Who answered how often, in words: `4 cart v1, 1 403`, with the status where it was a proxy. */
export function whoAnswered({ answers }: Pick<TrafficResult, "answers">): string {
  const names = answers.map(({ status, report }) =>
    report === undefined ? status : `${report.service} ${report.version}`,
  );
  const counts = Map.groupBy(names, (name) => name);
  return [...counts].map(([name, all]) => `${String(all.length)} ${name}`).join(", ");
}
