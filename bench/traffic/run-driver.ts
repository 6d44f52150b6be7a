import type { KubeConfig } from "@kubernetes/client-node";
import type { HeddleError } from "../../diagnostics/index.ts";
import { driverOutputSchema, type DriverCommand, type DriverOutput } from "./driver-protocol.ts";
import { execInPod, type ExecResult } from "./exec-in-pod.ts";
import type { PodPlace } from "./find-pods.ts";
import { trafficError } from "./traffic-error.ts";

/** Where the driver is in the image of the sample services. */
const driverPath = "/app/driver.mjs";

/** A driver at work in a pod. */
export interface RunningDriver {
  /** Rejects with HED5004: driver missing, pod gone, no result in time, command refused. */
  readonly output: Promise<DriverOutput>;
  /** Resolves when it has begun to send, or when it has ended. */
  readonly started: Promise<void>;
  /** Asks a stoppable driver to finish what is in flight and end. */
  stop(): void;
}

/** Starts the driver in a pod with one command. */
export function runDriver(
  config: KubeConfig,
  place: PodPlace,
  command: DriverCommand,
  deadlineMs: number,
): RunningDriver {
  const program = ["node", driverPath, JSON.stringify(command)];
  const exec = execInPod(config, place, program, deadlineMs);
  const output = exec.result.then(
    (result) => readOutput(place, result),
    (error: unknown) => {
      throw cannotStart(place, error);
    },
  );
  return {
    output,
    started: exec.firstSign,
    stop() {
      exec.write("stop\n");
    },
  };
}

function readOutput(place: PodPlace, result: ExecResult): DriverOutput {
  const parsed = driverOutputSchema.safeParse(parseJson(result.stdout));
  if (!parsed.success) throw noResult(place, result);
  if (parsed.data.kind !== "problem") return parsed.data;
  throw trafficError({
    message: `the driver in ${printPlace(place)} could not run: ${parsed.data.message}`,
    fix: "correct the traffic request; its fields are described by TrafficRequestInput",
  });
}

function noResult(place: PodPlace, { stderr, exitCode, message, stdout }: ExecResult): HeddleError {
  const where = printPlace(place);
  if (/Cannot find module|executable file not found|no such file/i.test(`${stderr} ${message}`)) {
    return trafficError({
      message: `the traffic driver is not in the image of ${where}: no ${driverPath} or no node`,
      fix: "send from a workload that runs the sample image, docker.io/heddle/sample",
    });
  }
  const code = exitCode === undefined ? "" : `exit code ${String(exitCode)}, `;
  const wrote = (stderr.trim() || stdout.trim()).slice(-500);
  return trafficError({
    message: `the driver in ${where} gave no result: ${code}${message}${wrote === "" ? "" : `; it wrote: ${wrote}`}`,
    fix: `look at the pod: kubectl describe pod --namespace ${place.namespace} ${place.pod}`,
  });
}

function cannotStart(place: PodPlace, error: unknown): HeddleError {
  // The web socket's error is an event with a message, not an Error.
  const hasMessage = typeof error === "object" && error !== null && "message" in error;
  const message = hasMessage ? String(error.message) : String(error);
  const fix = /\b(400|404)\b/.test(message)
    ? `check that the pod still runs and has a container ${JSON.stringify(place.container)}: kubectl describe pod --namespace ${place.namespace} ${place.pod}`
    : "check that the cluster runs and that you may exec into pods: kubectl auth can-i create pods/exec";
  return trafficError({
    message: `nothing can be run in container ${place.container} of ${printPlace(place)}: ${message}`,
    fix,
  });
}

function printPlace({ namespace, pod }: PodPlace): string {
  return `${namespace}/${pod}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
