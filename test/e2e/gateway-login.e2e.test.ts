import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { reportSchema } from "../../bench/services/report.ts";
import { istioImages } from "../../bench/images/index.ts";
import type { EcKeyDefinition } from "../../model/index.ts";
import { istioAssets } from "../../tools/index.ts";
import { createBrowser, type Browser, type Page } from "../edge/browser.ts";
import { forgedSessions } from "../edge/forged-sessions.ts";
import { makeAuthority, type TestAuthority } from "../edge/make-chain.ts";
import { freePorts } from "../edge/start-envoy.ts";
import { forwardPort } from "./gateway-login/forward-port.ts";
import { namespace, type LoginSettings } from "./gateway-login/login-mesh.ts";
import { outside, peopleHost, peopleWorkload } from "./gateway-login/people.ts";
import { complaints } from "./setup/complaints.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";
import { openStack, type OpenStack } from "./setup/open-stack.ts";

// People log in at a gateway of Istio's that Pulumi made; the provider is outside the mesh.

const random = (bytes: number): string => randomBytes(bytes).toString("hex");
const secrets = { client: random(16), cookies: random(32) };
const hosts = ["web.example", "admin.example", "open.example", "a.tenants.example"] as const;

let folder: string;
let authority: TestAuthority;
let ports: Readonly<Record<"http" | "https" | "people", number>>;
let stack: OpenStack;
const forwards: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heddle-login-"));
  authority = await makeAuthority(folder);
  ports = await freePorts("http", "https", "people");
  const client = {
    id: "web",
    secret: secrets.client,
    redirectUris: hosts.map((host) => at(host, "/oauth2/callback")),
  };
  const people = await peopleWorkload(client, ports.people, await chain("people", [peopleHost]));
  await kubectl(
    kubeconfig,
    ["apply", "--server-side", "--filename=-"],
    JSON.stringify({ apiVersion: "v1", kind: "List", items: people }),
  );
  await kubectl(kubeconfig, ["rollout", "status", "deployment/people", `--namespace=${outside}`]);
  forwards.push(
    await forwardPort(kubeconfig, {
      namespace: outside,
      selector: "app=people",
      port: ports.people,
    }),
  );
  const issuer = `https://${peopleHost}:${String(ports.people)}`;
  const keys = JSON.parse((await browser().open(`${issuer}/keys`)).body) as {
    keys: readonly [EcKeyDefinition];
  };
  const { http, https } = ports;
  const settings: LoginSettings = { ports: { http, https }, issuer, key: keys.keys[0] };
  stack = await openStack(join(import.meta.dirname, "gateway-login/index.ts"), kubeconfig, {
    "test:charts": (await istioAssets()).charts,
    "test:hub": istioImages.hub,
    "test:tag": istioImages.tag,
    "test:settings": JSON.stringify(settings),
    "test:authority": JSON.stringify({ "ca.crt": authority.root }),
  });
  const certificate = await chain("web", [...hosts, "free.tenants.example"]);
  await setSecret("certificate", JSON.stringify(certificate));
  for (const [name, value] of Object.entries(secrets)) await setSecret(name, value);
  await stack.up();
  forwards.push(
    await forwardPort(kubeconfig, { namespace, selector: "istio=edge", port: ports.https }),
  );
  // Routes and listeners reach the proxies within seconds.
  await vi.waitFor(
    async () => {
      expect(await browser().open(at("open.example", "/"))).toMatchObject({ status: 200 });
      expect(await browser().open(at("web.example", "/"))).toMatchObject({ status: 302 });
    },
    { timeout: 30_000, interval: 500 },
  );
});
afterAll(async () => {
  for (const end of forwards) await end();
  await stack.close();
  await kubectl(kubeconfig, ["delete", "namespace", outside, "--ignore-not-found"]);
  await rm(folder, { recursive: true, force: true });
});

function setSecret(name: string, value: string): Promise<void> {
  return stack.stack.setConfig(`test:${name}`, { value, secret: true });
}

async function chain(name: string, names: readonly string[]) {
  const made = await authority.issue(
    name,
    names.map((each) => `DNS:${each}`),
  );
  const read = (file: string): Promise<string> => readFile(join(made, file), "utf8");
  return { "tls.crt": await read("tls.crt"), "tls.key": await read("tls.key") };
}

function browser(): Browser {
  return createBrowser(authority.root, ports.https);
}

function at(host: string, path: string): string {
  return `https://${host}:${String(ports.https)}${path}`;
}

/** From a first request to the answer, as a browser goes: to the provider, back with a code, and on. */
async function logIn(who: Browser, url: string): Promise<Page> {
  const asked = await who.open(url);
  const allowed = await who.open(asked.location);
  const back = await who.open(allowed.location);
  expect(back).toMatchObject({ status: 302, location: url });
  return who.open(back.location);
}

test("a gateway sends who is not logged in to the provider", async () => {
  const page = await browser().open(at("web.example", "/orders?id=1"));
  expect(page.status).toBe(302);
  const asked = new URL(page.location);
  expect(asked.host).toBe(`${peopleHost}:${String(ports.people)}`);
  expect(asked.pathname).toBe("/authorize");
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: "web",
    response_type: "code",
    redirect_uri: at("web.example", "/oauth2/callback"),
    scope: "openid",
    code_challenge_method: "S256",
  });
});

test("at a gateway, the code of a login becomes cookies that let requests pass", async () => {
  const who = browser();
  const page = await logIn(who, at("web.example", "/orders?id=1"));
  expect(page.status).toBe(200);
  const { path, headers } = seen(page);
  expect(path).toBe("/orders?id=1");
  expect(headers["authorization"]).toBeUndefined();
  // The proxy decrypts the cookies for the service.
  expect(headers["cookie"]).toMatch(/BearerToken=eyJ/);
  expect(await who.open(at("web.example", "/other"))).toMatchObject({ status: 200 });
});

test("a gateway asks for a login at its own hosts alone", async () => {
  const status = async (host: string): Promise<number> =>
    (await browser().open(at(host, "/orders"))).status;
  expect(await status("open.example")).toBe(200);
  expect(await status("free.tenants.example")).toBe(200);
  expect(await status("a.tenants.example")).toBe(302);
  expect(await logIn(browser(), at("a.tenants.example", "/"))).toMatchObject({ status: 200 });
});

test("at a gateway, public paths need no login, and what only begins alike does", async () => {
  for (const [path, status] of Object.entries({
    "/health": 200,
    "/assets/a": 200,
    "/healthy": 302,
  })) {
    expect([path, (await browser().open(at("web.example", path))).status]).toEqual([path, status]);
  }
});

test("at a gateway, neither a forged cookie nor a stranger's code lets anybody in", async () => {
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
  const begun = await browser().open(at("web.example", "/"));
  const other = browser();
  const allowed = await other.open(begun.location);
  expect(await other.open(allowed.location)).toMatchObject({ status: 401 });
});

test("a host of a gateway that requires the token gets it from the login", async () => {
  const page = await logIn(browser(), at("admin.example", "/"));
  expect(page.status).toBe(200);
  expect(seen(page).headers).toMatchObject({ "x-user": "jo" });
});

test("at a gateway, who signs out has to log in again", async () => {
  const who = browser();
  await logIn(who, at("web.example", "/"));
  expect(await who.open(at("web.example", "/oauth2/sign-out"))).toMatchObject({ status: 302 });
  expect(await who.open(at("web.example", "/"))).toMatchObject({ status: 302 });
});

test("no secret of a login is in state, plan, log or any object but its Secret", async () => {
  const plan = join(folder, "plan.json");
  let log = "";
  const { changeSummary } = await stack.stack.preview({
    plan,
    diff: true,
    onOutput: (text) => void (log += text),
  });
  // A second `pulumi up` has nothing to do.
  expect(Object.keys(changeSummary)).toEqual(["same"]);
  const backend = join(stack.stack.workspace.workDir, "backend");
  const files = await readdir(backend, { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), "utf8"));
  const kinds = "envoyfilters,configmaps,deployments,virtualservices,pods";
  const objects = ["get", kinds, `--namespace=${namespace}`, "--output=json"];
  const places = {
    log,
    plan: await readFile(plan, "utf8"),
    state: (await Promise.all(read)).join(),
  };
  const all = { ...places, objects: await kubectl(kubeconfig, objects) };
  expect(all.state).toContain("shop-login");
  const leaks = Object.entries(all).filter(([, text]) =>
    Object.values(secrets).some((secret) => {
      return text.includes(secret) || text.includes(Buffer.from(secret).toString("base64"));
    }),
  );
  expect(leaks.map(([place]) => place)).toEqual([]);
});

test("a new key of the cookies reaches a running gateway, and old logins end", async () => {
  const who = browser();
  await logIn(who, at("web.example", "/"));
  const pods = [
    "get",
    "pods",
    `--namespace=${namespace}`,
    "--selector=istio=edge",
    "--output=name",
  ];
  const pod = await kubectl(kubeconfig, pods);
  await setSecret("cookies", random(32));
  await stack.up();
  // The node looks for new contents of Secrets once a minute, or when a pod changes.
  await kubectl(kubeconfig, [
    "annotate",
    `--namespace=${namespace}`,
    pod.trim(),
    "heddle.test/a=b",
  ]);
  await vi.waitFor(
    async () => {
      expect(await who.open(at("web.example", "/"))).toMatchObject({ status: 302 });
    },
    { timeout: 150_000, interval: 1_000 },
  );
  expect(await kubectl(kubeconfig, pods)).toBe(pod);
  expect(await logIn(browser(), at("web.example", "/"))).toMatchObject({ status: 200 });
});

test("neither a proxy nor istiod complains of logins", async () => {
  expect(await complaints(kubeconfig)).toEqual([]);
});

/** What the service got. */
function seen({ body }: Page) {
  return reportSchema.parse(JSON.parse(body)).request;
}
