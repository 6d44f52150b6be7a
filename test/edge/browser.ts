import { once } from "node:events";
import { request, type RequestOptions } from "node:https";
import type { IncomingMessage } from "node:http";

/** An answer as a browser sees it. */
export interface Page {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

/** Somebody with cookies, who follows no redirect by himself. */
export interface Browser {
  /** By name; may be changed. */
  readonly cookies: Map<string, string>;
  /** What the last answer said of each cookie that it set. */
  readonly set: readonly string[];
  open(url: string): Promise<Page>;
}

/**
 * A browser for which every host is on loopback, at one port where its address says none.
 *
 * @param ca PEM of the root that it trusts
 */
export function createBrowser(ca: string, port: number): Browser {
  const cookies = new Map<string, string>();
  let set: readonly string[] = [];
  return {
    cookies,
    get set() {
      return set;
    },
    async open(address) {
      const url = new URL(address);
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const options: RequestOptions = {
        host: "127.0.0.1",
        port: url.port === "" ? port : Number(url.port),
        servername: url.hostname,
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, ...(cookie === "" ? {} : { cookie }) },
        ca,
        agent: false,
      };
      const sent = request(options);
      sent.end();
      const [answer] = (await once(sent, "response")) as [IncomingMessage];
      let body = "";
      for await (const chunk of answer) body += String(chunk);
      set = answer.headers["set-cookie"] ?? [];
      for (const each of set) keep(cookies, each);
      return { status: answer.statusCode ?? 0, location: answer.headers.location ?? "", body };
    },
  };
}

/** A cookie that ended is forgotten. */
function keep(cookies: Map<string, string>, text: string): void {
  const [pair = "", ...attributes] = text.split(";");
  const [, name = "", value = ""] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
  const gone = attributes.some((each) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(each));
  if (gone) cookies.delete(name);
  else cookies.set(name, value);
}
