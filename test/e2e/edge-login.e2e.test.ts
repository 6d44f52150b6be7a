import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { LoginDefinition, MeshDefinition } from "../../model/index.ts";
import { createBrowser, type Browser, type Page } from "../edge/browser.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { forgedSessions } from "../edge/forged-sessions.ts";
import { makeAuthority } from "../edge/make-chain.ts";
import { mountConfigMap } from "../edge/mount-config-map.ts";
import { startIssuer, type IssuerClient, type RunningIssuer } from "../edge/start-issuer.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";

// People log in at an edge proxy: a real Envoy and a real provider of OpenID Connect, both over TLS on loopback.

const secrets = {
  client: randomBytes(16).toString("hex"),
  cookies: randomBytes(32).toString("hex"),
};
const login: LoginDefinition = {
  provider: "people",
  clientId: "web",
  clientSecret: { secret: "login", key: "client" },
  cookieSecret: { secret: "login", key: "cookies" },
};
const tls = { secret: "web" };

const mesh = (issuer: string): MeshDefinition => ({
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  authentication: {
    providers: {
      people: {
        issuer,
        jwks: { uri: `${issuer}/keys` },
        audiences: ["web"],
        claimsToHeaders: { "x-user": "sub" },
        login: {
          authorization: `${issuer}/authorize`,
          token: `${issuer}/token`,
          tls: { secret: "provider" },
        },
      },
    },
  },
  services: { web: {} },
  gateways: {
    edge: {
      hosts: {
        "web.example": {
          service: "web",
          tls,
          login: { ...login, public: ["/health", { prefix: "/assets" }] },
        },
        "admin.example": { service: "web", tls, requires: "people", login },
        "open.example": { service: "web", tls },
      },
    },
  },
});

let edge: EdgeGround;
let instance: ServiceProcess;
let people: RunningIssuer;
/** As the provider knows it. */
let client: { -readonly [Field in keyof IssuerClient]: IssuerClient[Field] };

beforeAll(async () => {
  instance = await startService();
  edge = await prepareEdge();
  const { authority, ports, root } = edge;
  const names = ["web.example", "admin.example", "open.example"];
  await authority.issue(
    "web",
    names.map((name) => `DNS:${name}`),
  );
  await mountConfigMap(join(root, "login"), secrets);
  await mountConfigMap(join(root, "provider"), { "ca.crt": authority.root });
  client = {
    id: "web",
    secret: secrets.client,
    redirectUris: names.map((name) => `https://${name}:${String(ports.https)}/oauth2/callback`),
  };
  people = await startIssuer(await authority.issue("people", ["DNS:localhost"]), client);
  const roots = join(root, "public.crt");
  await writeFile(roots, authority.root);
  const endpoints = { web: { default: [addressOf(instance)] } };
  await edge.publish(
    edge.compile(mesh(people.issuer), endpoints, { site: { publicAuthorities: roots } }),
  );
  await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  await people.stop();
  await instance.stop();
});

function browser(): Browser {
  return createBrowser(edge.authority.root, edge.ports.https);
}

function at(host: string, path: string): string {
  return `https://${host}:${String(edge.ports.https)}${path}`;
}

/** From a first request to the answer, as a browser goes: to the provider, back with a code, and on. */
async function logIn(who: Browser, url: string): Promise<Page> {
  const asked = await who.open(url);
  const allowed = await who.open(asked.location);
  const back = await who.open(allowed.location);
  expect(back).toMatchObject({ status: 302, location: url });
  return who.open(back.location);
}

test("who is not logged in is sent to the provider", async () => {
  const page = await browser().open(at("web.example", "/orders?id=1"));
  expect(page.status).toBe(302);
  const asked = new URL(page.location);
  expect(`${asked.origin}${asked.pathname}`).toBe(`${people.issuer}/authorize`);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: "web",
    response_type: "code",
    redirect_uri: at("web.example", "/oauth2/callback"),
    scope: "openid",
    code_challenge_method: "S256",
  });
});

test("the code of a login becomes cookies that let requests pass", async () => {
  const who = browser();
  expect(await logIn(who, at("web.example", "/orders?id=1"))).toMatchObject({ status: 200 });
  expect(await who.open(at("web.example", "/other"))).toMatchObject({ status: 200 });
  const form = people.exchanges.at(-1);
  expect(form?.get("client_secret")).toBe(secrets.client);
  expect(form?.get("code_verifier")).toMatch(/.{40,}/);
});

test("cookies are only for the browser, HTTPS, and links that are followed", async () => {
  const who = browser();
  const asked = await who.open(at("web.example", "/"));
  const allowed = await who.open(asked.location);
  await who.open(allowed.location);
  const session = who.set.filter((each) => !/max-age=0|expires=Thu, 01 Jan 1970/i.test(each));
  expect(session.length).toBeGreaterThan(2);
  for (const each of session) {
    expect(each).toMatch(/;\s*secure/i);
    expect(each).toMatch(/;\s*httponly/i);
    expect(each).toMatch(/;\s*samesite=lax/i);
  }
});

test("a forged cookie does not let anybody in", async () => {
  const who = browser();
  await logIn(who, at("web.example", "/"));
  const sessions = forgedSessions(who.cookies);
  expect(sessions).toHaveLength(3);
  for (const { name, cookies } of sessions) {
    const forged = browser();
    for (const [other, text] of cookies) forged.cookies.set(other, text);
    const { status } = await forged.open(at("web.example", "/"));
    expect([name, status]).toEqual([name, 302]);
  }
  // What was given to one host is nothing to another.
  expect(await who.open(at("admin.example", "/"))).toMatchObject({ status: 302 });
});

test("a callback without the browser that began it is refused", async () => {
  const begun = await browser().open(at("web.example", "/"));
  const other = browser();
  const allowed = await other.open(begun.location);
  const page = await other.open(allowed.location);
  expect(page.status).toBe(401);
});

test("public paths need no login, and what only begins alike does", async () => {
  const pages = ["/health", "/health?a=b", "/assets", "/assets/a.css", "/assets?a"].map((path) =>
    browser().open(at("web.example", path)),
  );
  for (const page of await Promise.all(pages)) expect(page.status).toBe(200);
  for (const path of ["/healthy", "/assetsx", "/health/a", "/assets/../orders"]) {
    const options = at("web.example", path);
    expect([path, (await browser().open(options)).status]).toEqual([path, 302]);
  }
  expect(await browser().open(at("open.example", "/orders"))).toMatchObject({ status: 200 });
});

test("a host that requires the token gets it from the login", async () => {
  const page = await logIn(browser(), at("admin.example", "/"));
  expect(page.status).toBe(200);
  expect(page.body).toContain('"x-user":"jo"');
});

test("who signs out has to log in again", async () => {
  const who = browser();
  await logIn(who, at("web.example", "/"));
  const out = await who.open(at("web.example", "/oauth2/sign-out"));
  expect(out.status).toBe(302);
  expect(await who.open(at("web.example", "/"))).toMatchObject({ status: 302 });
});

test("no secret is in what is written for the proxy", async () => {
  const files = await readdir(edge.root, { recursive: true });
  const written = files.filter((file) => file.endsWith(".json"));
  const texts = await Promise.all(written.map((file) => readFile(join(edge.root, file), "utf8")));
  expect(texts.join("\n")).toContain("generic_secret");
  for (const secret of Object.values(secrets)) expect(texts.join("\n")).not.toContain(secret);
});

test("new secrets count without a restart, as kubelet brings them", async () => {
  const who = browser();
  expect(await logIn(who, at("web.example", "/"))).toMatchObject({ status: 200 });
  const fresh = {
    client: randomBytes(16).toString("hex"),
    cookies: randomBytes(32).toString("hex"),
  };
  await mountConfigMap(join(edge.root, "login"), fresh);
  client.secret = fresh.client;
  // What was signed with the secret before counts for nothing.
  const isOver = async (): Promise<void> => {
    expect(await who.open(at("web.example", "/"))).toMatchObject({ status: 302 });
  };
  await vi.waitFor(isOver, { timeout: 10_000, interval: 50 });
  expect(await logIn(browser(), at("web.example", "/"))).toMatchObject({ status: 200 });
  expect(people.exchanges.at(-1)?.get("client_secret")).toBe(fresh.client);
});

test("another authority of the provider counts without a restart, and the one before no more", async () => {
  const loggedIn = async (): Promise<number> => {
    const who = browser();
    const asked = await who.open(at("web.example", "/"));
    const allowed = await who.open(asked.location);
    return (await who.open(allowed.location)).status;
  };
  const folder = join(edge.root, "provider");
  await mkdir(join(edge.root, "other"));
  const other = await makeAuthority(join(edge.root, "other"));
  await mountConfigMap(folder, { "ca.crt": other.root });
  await expect.poll(loggedIn, { timeout: 10_000, interval: 50 }).toBe(401);
  await mountConfigMap(folder, { "ca.crt": edge.authority.root });
  await expect.poll(loggedIn, { timeout: 10_000, interval: 50 }).toBe(302);
});
