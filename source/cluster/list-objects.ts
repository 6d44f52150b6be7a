import { z } from "zod";
import type { ClusterAnswer, ClusterConnection } from "./cluster-connection.ts";
import { isGroupRead, isResourceRead } from "./cluster-kinds.ts";

/** An object as the server stores it. */
export type ClusterObject = Readonly<Record<string, unknown>> & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>>;
};

/** What can be listed of one kind. */
interface ListableKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** `/apis/networking.istio.io/v1` */
  readonly base: string;
  /** `virtualservices` */
  readonly resource: string;
  readonly namespaced: boolean;
}

/** Everything of the cluster that rules look at, and what the server refused to show. */
export interface ListedObjects {
  readonly objects: readonly ClusterObject[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

const pageSize = 500;

const groups = z.looseObject({
  groups: z.array(
    z.looseObject({
      name: z.string(),
      preferredVersion: z.looseObject({ groupVersion: z.string() }),
    }),
  ),
});
const resources = z.looseObject({
  resources: z.array(
    z.looseObject({
      name: z.string(),
      kind: z.string(),
      verbs: z.array(z.string()),
      namespaced: z.boolean(),
    }),
  ),
});
const single = z.looseObject({
  items: z.undefined().optional(),
  metadata: z.looseObject({ name: z.string() }),
});
const page = z.looseObject({
  metadata: z.looseObject({ continue: z.string().optional() }).optional(),
  items: z.array(z.looseObject({ metadata: z.record(z.string(), z.unknown()) })).nullable(),
});

/**
 * Lists every object of the kinds that concern a mesh, in the version that the server prefers. Of single namespaces, an
 * account needs no rights but those in them: what belongs to no namespace may stay hidden.
 */
export async function listObjects(
  cluster: ClusterConnection,
  namespaces?: readonly string[],
): Promise<ListedObjects> {
  const objects: ClusterObject[] = [];
  const refused: { path: string; reason: string }[] = [];
  for (const kind of await listKinds(cluster)) {
    for (const { path, mayBeHidden } of pathsOf(kind, namespaces)) {
      const answer = await listAll(cluster, kind, path);
      if ("items" in answer) for (const each of answer.items) objects.push(each);
      else if (!mayBeHidden || answer.status !== 403) refused.push({ path, reason: answer.reason });
    }
  }
  return { objects, refused };
}

/** Where the objects of a kind are. A namespace is an object of its own, which tells how it is injected. */
function pathsOf({ base, resource, namespaced }: ListableKind, namespaces?: readonly string[]) {
  if (namespaces === undefined) return [{ path: `${base}/${resource}`, mayBeHidden: false }];
  const each = namespaces.map((name) => encodeURIComponent(name));
  if (namespaced) {
    return each.map((name) => ({
      path: `${base}/namespaces/${name}/${resource}`,
      mayBeHidden: false,
    }));
  }
  return base === "/api/v1" && resource === "namespaces"
    ? each.map((name) => ({ path: `${base}/namespaces/${name}`, mayBeHidden: true }))
    : [{ path: `${base}/${resource}`, mayBeHidden: true }];
}

async function listKinds(cluster: ClusterConnection): Promise<readonly ListableKind[]> {
  const answer = groups.safeParse((await expectAnswer(cluster, "/apis")).body);
  const versions = (answer.data?.groups ?? [])
    .filter(({ name }) => isGroupRead(name))
    .map(({ name, preferredVersion: { groupVersion } }) => ({
      group: name,
      apiVersion: groupVersion,
      base: `/apis/${groupVersion}`,
    }));
  const kinds: ListableKind[] = [];
  for (const each of [{ group: "", apiVersion: "v1", base: "/api/v1" }, ...versions]) {
    const { group, apiVersion, base } = each;
    const found = resources.safeParse((await expectAnswer(cluster, base)).body);
    for (const { name, kind, verbs, namespaced } of found.data?.resources ?? []) {
      // Names with a slash are parts of objects: `pods/log`.
      if (name.includes("/") || !verbs.includes("list") || !isResourceRead(group, name)) continue;
      kinds.push({ apiVersion, kind, base, resource: name, namespaced });
    }
  }
  return kinds;
}

type Head = Pick<ListableKind, "kind" | "apiVersion">;

/** All pages of one kind, or its one object. */
async function listAll(cluster: ClusterConnection, { kind, apiVersion }: Head, path: string) {
  const items: ClusterObject[] = [];
  let next = "";
  do {
    const rest = next === "" ? "" : `&continue=${encodeURIComponent(next)}`;
    const answer = await cluster.ask(`${path}?limit=${String(pageSize)}${rest}`);
    if (answer.status !== 200) return { status: answer.status, reason: reasonOf(answer) };
    const one = single.safeParse(answer.body);
    if (one.success) return { items: [{ ...one.data, apiVersion, kind }] };
    const { items: found, metadata } = page.parse(answer.body);
    for (const each of found ?? []) items.push({ ...each, apiVersion, kind });
    next = metadata?.continue ?? "";
  } while (next !== "");
  return { items };
}

/** What a cluster that works and knows the user always answers. */
async function expectAnswer(cluster: ClusterConnection, path: string): Promise<ClusterAnswer> {
  const answer = await cluster.ask(path);
  if (answer.status !== 200) throw new Error(`GET ${path}: ${reasonOf(answer)}`);
  return answer;
}

const failure = z.looseObject({ message: z.string() });

function reasonOf({ status, body }: ClusterAnswer): string {
  return failure.safeParse(body).data?.message ?? `the server answered ${String(status)}`;
}
