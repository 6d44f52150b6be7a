import { once } from "node:events";
import { request, type IncomingHttpHeaders, type IncomingMessage } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came, also when it is compressed. */
  readonly body: Buffer;
}

export interface Question {
  readonly port: number;
  readonly host: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One request on a connection of its own, and its answer byte for byte. */
export async function ask(question: Question): Promise<Answer> {
  const { port, host, path = "/", method = "GET", headers = {}, body = "" } = question;
  const sent = request({
    ...{ host: "127.0.0.1", port, path, method, agent: false },
    headers: { host, ...(body === "" ? {} : { "content-length": body.length }), ...headers },
    timeout: 15_000,
  });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const { statusCode: status = 0, headers: got } = response;
  return { status, headers: got, body: Buffer.concat(parts) };
}

/** The headers of a request as a sample service saw them. */
export function seenHeaders({ body }: Pick<Answer, "body">): Readonly<Record<string, string>> {
  const report = JSON.parse(body.toString()) as {
    readonly request: { readonly headers: Readonly<Record<string, string>> };
  };
  return report.request.headers;
}
