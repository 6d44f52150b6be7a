import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import type { Instance } from "./perform.ts";
import { standingPlanSchema } from "./standing-plan.ts";

const maxBodyBytes = 1_048_576;

/**
 * The admin endpoints: `GET /seen?run=<run>` reads the counters, `DELETE /seen` resets them, `PUT /plan` sets a standing
 * plan (`standingPlanSchema`), `DELETE /plan` ends it. Answers are JSON.
 */
export function createAdminServer(instance: Instance): Server {
  return createServer((request, response) => {
    answer(instance, request).then(
      ({ status, body }) => {
        send(response, status, body);
      },
      (error: unknown) => {
        send(response, 400, { problem: String(error) });
      },
    );
  });
}

async function answer(
  instance: Instance,
  request: IncomingMessage,
): Promise<{ status: number; body: unknown }> {
  const url = new URL(request.url ?? "/", "http://admin");
  switch (`${request.method ?? ""} ${url.pathname}`) {
    case "GET /seen":
      return { status: 200, body: instance.seen.read(url.searchParams.get("run") ?? undefined) };
    case "DELETE /seen":
      instance.seen.reset();
      return { status: 200, body: {} };
    case "PUT /plan": {
      const standing = standingPlanSchema.safeParse(JSON.parse(await readText(request)));
      if (!standing.success)
        return { status: 400, body: { problem: z.prettifyError(standing.error) } };
      instance.standing.set(standing.data);
      return { status: 200, body: {} };
    }
    case "DELETE /plan":
      instance.standing.clear();
      return { status: 200, body: {} };
    default:
      return {
        status: 404,
        body: { problem: `no endpoint ${request.method ?? ""} ${url.pathname}` },
      };
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request as AsyncIterable<string>) {
    text += chunk;
    if (text.length > maxBodyBytes) throw new Error("body too large");
  }
  return text;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(`${JSON.stringify(body)}\n`);
}
