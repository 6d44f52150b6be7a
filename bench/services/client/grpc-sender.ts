import { Client, credentials, Metadata, status as codes, type ServiceError } from "@grpc/grpc-js";
import { echoMethods, reportTrailer, type EchoMessage } from "../echo-methods.ts";
import { planHeader } from "../plan.ts";
import { parseReport } from "../report.ts";
import { classifyError } from "./classify-error.ts";
import type { Outcome, Outgoing, Sender, SenderOptions } from "./sender.ts";
import type { Target } from "./target-url.ts";

/** Calls the echo service over one gRPC channel, without gRPC's own retries: each send is one try. */
export function createGrpcSender(target: Target, options: SenderOptions): Sender {
  const { host, port } = options.connect ?? target;
  const name = options.tls?.servername ?? target.host;
  const ca = options.tls?.ca === undefined ? null : Buffer.from(options.tls.ca);
  const verify = options.tls?.verify !== false;
  const secure = (): ReturnType<typeof credentials.createSsl> =>
    credentials.createSsl(ca, null, null, { rejectUnauthorized: verify });
  const client = new Client(
    `${host.includes(":") ? `[${host}]` : host}:${String(port)}`,
    target.tls ? secure() : credentials.createInsecure(),
    {
      "grpc.enable_retries": 0,
      "grpc.use_local_subchannel_pool": 1,
      "grpc.default_authority": target.authority,
      ...(target.tls ? { "grpc.ssl_target_name_override": name } : {}),
    },
  );
  return {
    send: (outgoing) => sendGrpc(client, outgoing),
    close: () => {
      client.close();
    },
  };
}

async function sendGrpc(client: Client, outgoing: Outgoing): Promise<Outcome> {
  const started = performance.now();
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(outgoing.headers)) metadata.set(key, value);
  const deadline = Date.now() + outgoing.timeoutMs;
  const streamed = (outgoing.headers[planHeader] ?? "").includes('"stream"');
  try {
    const body = await (streamed ? callStream : callUnary)(
      client,
      outgoing.body,
      metadata,
      deadline,
    );
    const report = parseReport(body);
    const ms = performance.now() - started;
    return { status: "OK", ok: true, ms, headers: {}, body, ...(report ? { report } : {}) };
  } catch (error) {
    return failure(error, performance.now() - started);
  }
}

type Caller = (
  client: Client,
  body: string,
  metadata: Metadata,
  deadline: number,
) => Promise<string>;

const callUnary: Caller = (client, body, metadata, deadline) =>
  new Promise((resolve, reject) => {
    const { path, requestSerialize, responseDeserialize } = echoMethods.Say;
    const done = (error: ServiceError | null, value?: EchoMessage): void => {
      if (error) reject(error);
      else resolve(value?.text ?? "");
    };
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      { text: body },
      metadata,
      { deadline },
      done,
    );
  });

const callStream: Caller = async (client, body, metadata, deadline) => {
  const { path, requestSerialize, responseDeserialize } = echoMethods.Stream;
  const call = client.makeServerStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    { text: body },
    metadata,
    { deadline },
  );
  const lines: string[] = [];
  for await (const { text } of call as AsyncIterable<EchoMessage>) lines.push(text);
  return lines.join("\n");
};

/** A failure that a server answered has a code; one of the connection is only told apart by its text. */
function failure(error: unknown, ms: number): Outcome {
  if (!isServiceError(error)) {
    return { status: "error", ok: false, ms, headers: {}, body: "", error: classifyError(error) };
  }
  const trailer = error.metadata.get(reportTrailer).at(0);
  const body = trailer === undefined ? "" : trailer.toString();
  const report = parseReport(body);
  const status = codes[error.code];
  const { kind, message } = classifyError(error.details);
  const connection = report === undefined && (kind !== "other" || status === "DEADLINE_EXCEEDED");
  if (!connection)
    return { status, ok: false, ms, headers: {}, body, ...(report ? { report } : {}) };
  const named = status === "DEADLINE_EXCEEDED" ? "timeout" : kind;
  return { status: "error", ok: false, ms, headers: {}, body, error: { kind: named, message } };
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && "code" in error && "details" in error && "metadata" in error;
}
