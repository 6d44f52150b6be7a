import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { effectivePlan } from "./effective-plan.ts";
import { perform, type Instance } from "./perform.ts";

/** A line of a client: JSON of this shape; every other line is taken as a body. */
const lineSchema = z.object({
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(""),
});

/** The TCP server of a sample service: greets with a line, answers each line with a report as one line of JSON. */
export function createTcpServer(instance: Instance): Server {
  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    converse(instance, socket).catch((error: unknown) => {
      console.error("connection failed:", error);
      socket.destroy();
    });
  });
}

async function converse(instance: Instance, socket: Socket): Promise<void> {
  const { service, version } = instance.settings;
  socket.write(`heddle ${service} ${version}\n`);
  for await (const line of createInterface({ input: socket })) await answer(instance, socket, line);
  socket.end();
}

async function answer(instance: Instance, socket: Socket, line: string): Promise<void> {
  const { headers, body } = readLine(line);
  const plan = effectivePlan(instance, headers);
  if ("problem" in plan) {
    socket.write(`${plan.problem.replaceAll("\n", " ")}\n`);
    return;
  }
  const result = await perform(instance, plan.plan, {
    protocol: "tcp",
    method: "LINE",
    path: "",
    host: "",
    headers,
    body: Buffer.from(body),
  });
  if (result.kind === "reset") {
    instance.seen.finish("reset");
    socket.resetAndDestroy();
    return;
  }
  const { chunks = 0, bytes = 32, everyMs = 0 } = plan.plan.stream ?? {};
  for (let sent = 0; sent < chunks && !socket.destroyed; sent += 1) {
    socket.write(`${"#".repeat(bytes - 1)}\n`);
    await sleep(everyMs);
  }
  instance.seen.finish(result.status === 200 ? "ok" : String(result.status));
  socket.write(`${JSON.stringify(result.report)}\n`);
}

function readLine(line: string): z.infer<typeof lineSchema> {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: a person with a terminal, whose line is the body.
  }
  return { headers: {}, body: line };
}
