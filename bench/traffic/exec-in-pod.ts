import { Exec, type KubeConfig, type V1Status } from "@kubernetes/client-node";
import { PassThrough, Writable } from "node:stream";
import type { PodPlace } from "./find-pods.ts";

/** What a program in a pod wrote and how it ended. */
export interface ExecResult extends Ending {
  readonly stdout: string;
  /** The last 4 KiB. */
  readonly stderr: string;
}

interface Ending {
  /** Undefined when the connection ended without saying; the message then tells. */
  readonly exitCode: number | undefined;
  readonly message: string;
}

/** A program that runs in a pod. */
export interface RunningExec {
  /** Rejects only when it could not be started. */
  readonly result: Promise<ExecResult>;
  /** Resolves at the first output on standard error, or at the end. */
  readonly firstSign: Promise<void>;
  /** Writes to its standard input. */
  write(text: string): void;
}

const maxStdout = 64 * 1_048_576;
const maxStderr = 4096;

/**
 * Runs a program in a container and collects its output. After the deadline the connection is cut; a program that is
 * bounded itself ends on its own.
 */
export function execInPod(
  config: KubeConfig,
  place: PodPlace,
  command: readonly string[],
  deadlineMs: number,
): RunningExec {
  const stdin = new PassThrough();
  const stdout = collect(maxStdout);
  const stderr = collect(maxStderr);
  const run = async (): Promise<ExecResult> => {
    const ended = Promise.withResolvers<Ending>();
    const cut = setTimeout(() => {
      ended.resolve({ exitCode: undefined, message: `no end after ${String(deadlineMs)} ms` });
    }, deadlineMs);
    const { namespace, pod, container } = place;
    const opening: Promise<unknown> = new Exec(config).exec(
      namespace,
      pod,
      container,
      [...command],
      stdout.stream,
      stderr.stream,
      stdin,
      false,
      (status) => {
        ended.resolve(readStatus(status));
      },
    );
    const watching = opening.then((socket) => {
      watch(socket, ended);
    });
    try {
      await Promise.race([watching, ended.promise]);
      const ending = await ended.promise;
      return { stdout: stdout.text(), stderr: stderr.text(), ...ending };
    } finally {
      clearTimeout(cut);
    }
  };
  const result = run();
  const settled = result.then(
    () => undefined,
    () => undefined,
  );
  return {
    result,
    firstSign: Promise.race([stderr.first, settled]),
    write: (text) => void stdin.write(text),
  };
}

/** The connection ends the run, and the end of the run closes the connection, also one that opens only then. */
function watch(socket: unknown, ended: PromiseWithResolvers<Ending>): void {
  if (!isSocket(socket)) throw new Error("the Kubernetes client gave no web socket");
  socket.addEventListener("close", () => {
    ended.resolve({ exitCode: undefined, message: "the connection to the pod closed" });
  });
  void ended.promise.then(() => {
    socket.close();
  });
}

function readStatus(status: V1Status): Ending {
  if (status.status === "Success") return { exitCode: 0, message: "" };
  const cause = status.details?.causes?.find(({ reason }) => reason === "ExitCode");
  const exitCode = cause?.message === undefined ? undefined : Number(cause.message);
  return { exitCode, message: status.message ?? "" };
}

/** Keeps the end of what is written, at most so many bytes. */
function collect(limit: number): { stream: Writable; text(): string; first: Promise<void> } {
  let chunks: Buffer[] = [];
  let size = 0;
  const first = Promise.withResolvers<undefined>();
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      first.resolve(undefined);
      chunks.push(chunk);
      size += chunk.length;
      if (size > 2 * limit) {
        chunks = [Buffer.concat(chunks).subarray(-limit)];
        size = limit;
      }
      done();
    },
  });
  const text = (): string => Buffer.concat(chunks).subarray(-limit).toString("utf8");
  return { stream, text, first: first.promise };
}

interface Socket {
  addEventListener(type: "close", listener: () => void): void;
  close(): void;
}

function isSocket(value: unknown): value is Socket {
  return (
    typeof value === "object" && value !== null && "addEventListener" in value && "close" in value
  );
}
