import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import { join } from "node:path";
import { createTokenIssuer, type TokenIssuer } from "../e2e/sign-token.ts";

/** A small provider of OpenID Connect: where people log in, where codes become tokens, and its keys. */
export interface RunningIssuer {
  /** `https://name:port`. */
  readonly issuer: string;
  /** What was asked of the token endpoint so far. */
  readonly exchanges: readonly URLSearchParams[];
  stop(): Promise<void>;
}

/** Its only client. */
export interface IssuerClient {
  readonly id: string;
  readonly secret: string;
  /** Where browsers may be sent back to, exactly. */
  readonly redirectUris: readonly string[];
}

/** Where it listens, and the name that it is known by. */
export interface IssuerPlace {
  readonly address: string;
  readonly port: number;
  readonly name: string;
}

const loopback: IssuerPlace = { address: "127.0.0.1", port: 0, name: "localhost" };

interface Grant {
  readonly redirectUri: string;
  readonly challenge: string | null;
}

type Answer = readonly [status: number, headers: Readonly<Record<string, string>>, body: string];

/**
 * Everybody who comes is let in as `jo`. A code is good once, for who proves to be the client and to have asked for it.
 *
 * @param certificate folder with `tls.crt` and `tls.key`
 * @param place default: a free port of loopback, as `localhost`
 */
export async function startIssuer(
  certificate: string,
  client: IssuerClient,
  { address, port, name }: IssuerPlace = loopback,
): Promise<RunningIssuer> {
  const key = await readFile(join(certificate, "tls.key"));
  const cert = await readFile(join(certificate, "tls.crt"));
  const tokens = createTokenIssuer("login");
  const grants = new Map<string, Grant>();
  const exchanges: URLSearchParams[] = [];
  let issuer = "";
  const server = createServer({ key, cert }, (request, response) => {
    const answer = async (): Promise<Answer> => {
      const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
      if (pathname === "/keys") return json(200, { keys: [tokens.publicKey] });
      if (pathname === "/authorize") return authorize(searchParams, client, grants);
      if (pathname !== "/token") return json(404, {});
      const form = new URLSearchParams(await readBody(request));
      exchanges.push(form);
      const right = exchange(form, client, grants);
      return right ? json(200, granted(issuer, client.id, tokens)) : json(401, refused);
    };
    // Each exchange shows anew whom the proxy trusts.
    response.setHeader("connection", "close");
    answer().then(
      ([status, headers, body]) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  });
  server.listen(port, address);
  await once(server, "listening");
  issuer = `https://${name}:${String(portOf(server))}`;
  return {
    issuer,
    exchanges,
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const refused = { error: "invalid_grant" };

function json(status: number, body: object): Answer {
  return [status, { "content-type": "application/json" }, JSON.stringify(body)];
}

function granted(iss: string, aud: string, tokens: TokenIssuer): object {
  const token = tokens.bearer({ iss, sub: "jo", aud }).authorization.slice("Bearer ".length);
  return { access_token: token, id_token: token, token_type: "Bearer", expires_in: 600 };
}

function authorize(
  asked: URLSearchParams,
  { id, redirectUris }: IssuerClient,
  grants: Map<string, Grant>,
): Answer {
  const redirectUri = asked.get("redirect_uri") ?? "";
  const right = asked.get("client_id") === id && asked.get("response_type") === "code";
  if (!right || !redirectUris.includes(redirectUri)) return json(400, refused);
  const code = randomUUID();
  grants.set(code, { redirectUri, challenge: asked.get("code_challenge") });
  const back = new URL(redirectUri);
  back.searchParams.set("code", code);
  back.searchParams.set("state", asked.get("state") ?? "");
  return [302, { location: back.href }, ""];
}

function exchange(
  form: URLSearchParams,
  { id, secret }: IssuerClient,
  grants: Map<string, Grant>,
): boolean {
  const code = form.get("code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  const verifier = createHash("sha256").update(form.get("code_verifier") ?? "");
  return (
    grant !== undefined &&
    form.get("client_id") === id &&
    form.get("client_secret") === secret &&
    form.get("redirect_uri") === grant.redirectUri &&
    grant.challenge === verifier.digest("base64url")
  );
}

async function readBody(request: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
