import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that looks like Istio's charts in its source, removed after the test. */
export function temporaryCharts(): string {
  const charts = mkdtempSync(join(tmpdir(), "heddle-charts-"));
  onTestFinished(() => {
    rmSync(charts, { recursive: true, force: true });
  });
  for (const chart of ["base", "istio-control/istio-discovery", "gateway"]) {
    mkdirSync(join(charts, chart), { recursive: true });
    writeFileSync(join(charts, chart, "Chart.yaml"), "name: chart\n");
  }
  return charts;
}
