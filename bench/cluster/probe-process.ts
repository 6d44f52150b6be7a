/**
 * Program that runs inside the network namespace of a bench and asks every address in its arguments for its health:
 * prints a JSON array of booleans in their order. An argument that starts with a slash is a unix socket.
 */
import { connect } from "node:net";
import { get as getPlain } from "node:http";
import { get as getSecure } from "node:https";

const timeout = 2_000;

const answers = await Promise.all(process.argv.slice(2).map(isHealthy));
process.stdout.write(JSON.stringify(answers));

function isHealthy(target: string): Promise<boolean> {
  return target.startsWith("/") ? accepts(target) : answersWell(target);
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
