import { createReport, HeddleError } from "../diagnostics/index.ts";
import { bootstrap, type EdgeConfig } from "../targets/envoy/index.ts";
import { awaitIdle, awaitTaken, countRejections, type Taken } from "./await-taken.ts";
import { checkCertificates } from "./check-certificates.ts";
import type { LiveResources } from "./live-resources.ts";
import { print } from "./live-files.ts";
import {
  adminPortOf,
  makeLive,
  readLive,
  removeOldReleases,
  replaceFile,
} from "./release-folder.ts";
import { runScript, runScriptName } from "./run-script.ts";
import { readStats } from "./proxy-stats.ts";
import { removedClusters, transition } from "./transition.ts";

export interface PublishOptions {
  /** How long the proxy may take for each step, in milliseconds. Default 20,000. */
  readonly stepMs?: number;
}

/** What a publication did. */
export interface Published {
  /** Steps that the proxy went through; 0 when nothing changed. */
  readonly steps: number;
  /** Whether a proxy runs and has taken everything; false: the next one to start reads it. */
  readonly running: boolean;
  /** Whether the bootstrap changed, which a running proxy does not read: `systemctl reload` brings it, and loses nothing. */
  readonly restart: boolean;
  /** Secrets whose certificates are not on this machine yet: nobody has looked at them. */
  readonly uncheckedCertificates: readonly string[];
}

/**
 * Puts a configuration delivered as files into its folder on this machine. A running proxy takes it up without a
 * restart: what new routes need comes first, what nobody needs goes last, and each step waits until the proxy works
 * with the one before. One publication a folder at a time.
 *
 * @param root folder as `hostDelivery` was given it
 * @throws HeddleError HED3004, before anything is written, when a certificate on this machine does not fit its host or is
 * not valid now
 * @throws HeddleError HED3005 when the proxy refuses a step or does not take it in time; the configuration before is
 * live again then
 */
export async function publishEdge(
  config: EdgeConfig,
  root: string,
  { stepMs = 20_000 }: PublishOptions = {},
): Promise<Published> {
  // A running proxy listens where it was told at its start.
  const adminPort = adminPortOf(root) ?? config.site.adminPort;
  const report = createReport();
  const uncheckedCertificates = checkCertificates(config, new Date(), report);
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  replaceFile(root, runScriptName, runScript);
  const changed = replaceFile(root, "bootstrap.json", print(bootstrap(config)));
  const before = readLive(root);
  if (before === undefined) {
    makeLive(root, config);
    return { steps: 1, running: false, restart: false, uncheckedCertificates };
  }
  const steps = transition(before, config);
  let last: LiveResources = before;
  let running = (await readStats(adminPort, "^server\\.live$")) !== undefined;
  for (const step of steps) {
    const rejectedBefore = await countRejections(adminPort);
    // Requests that were sent on their way by the old routes may still be there.
    await awaitIdle(removedClusters(last, step), adminPort, performance.now() + stepMs);
    makeLive(root, step);
    const deadline = performance.now() + stepMs;
    const taken = await awaitTaken(step, adminPort, { rejectedBefore, deadline });
    if (taken === "rejected" || taken === "late") {
      makeLive(root, before);
      throw refused(config, taken);
    }
    running = taken === "taken";
    last = step;
  }
  removeOldReleases(root);
  return { steps: steps.length, running, restart: changed && running, uncheckedCertificates };
}

function refused({ site }: EdgeConfig, taken: Exclude<Taken, "taken" | "absent">): HeddleError {
  const how = taken === "rejected" ? "refused the configuration" : "did not take it in time";
  return new HeddleError([
    {
      code: "HED3005",
      severity: "error",
      path: ["sites", site.name],
      message: `the proxy of site "${site.name}" ${how}; the one before is live again`,
      fix: "read the proxy's log: its last warning names the field and the reason",
    },
  ]);
}
