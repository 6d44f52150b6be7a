/**
 * Program that runs inside the network namespace of a bench and asks every address in its arguments for its health:
 * prints a JSON array of booleans in their order. An argument that starts with a slash is a unix socket; `dns://server/name`
 * asks a name server for a name.
 */
import { connect } from "node:net";
import { Resolver } from "node:dns/promises";
import { get as getPlain } from "node:http";
import { get as getSecure } from "node:https";

const timeout = 2_000;

const answers = await Promise.all(process.argv.slice(2).map(isHealthy));
process.stdout.write(JSON.stringify(answers));

function isHealthy(target: string): Promise<boolean> {
  if (target.startsWith("/")) return accepts(target);
  return target.startsWith("dns:") ? resolves(new URL(target)) : answersWell(target);
}

async function resolves({ hostname, pathname }: URL): Promise<boolean> {
  const resolver = new Resolver({ timeout, tries: 1 });
  resolver.setServers([hostname]);
  try {
    return (await resolver.resolve4(pathname.slice(1))).length > 0;
  } catch {
    return false;
  }
}

function accepts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path, timeout });
    const settle = (healthy: boolean) => () => {
      socket.destroy();
      resolve(healthy);
    };
    socket.on("connect", settle(true)).on("error", settle(false)).on("timeout", settle(false));
  });
}

function answersWell(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Only health is asked for, over loopback: who signed the certificate does not matter.
    const options = { timeout, rejectUnauthorized: false };
    const request = address.startsWith("https:")
      ? getSecure(address, options)
      : getPlain(address, options);
    request.on("response", (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on("error", () => {
      resolve(false);
    });
    request.on("timeout", () => request.destroy(new Error("no answer in time")));
  });
}
