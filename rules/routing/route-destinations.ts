import type { Path } from "../../diagnostics/index.ts";
import { virtualServiceSpec } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { perObject } from "../../graph/objects/per-object.ts";

/** A place of a VirtualService that names a host to send to. */
export interface RouteDestination {
  readonly host: string;
  readonly subset?: string;
  readonly port?: number;
  /** As it is written; a mirror has none. */
  readonly weight?: number;
  /** A mirror gets a copy, and its answer is dropped. */
  readonly mirror: boolean;
  /** Of the route or the mirror: `spec.http[0].route[1]`. */
  readonly path: Path;
}

type Said = {
  readonly host?: string | undefined;
  readonly subset?: string | undefined;
  readonly port?: { readonly number?: number | undefined } | undefined;
};

/** Every destination of a VirtualService, mirrors too; places without a host are left out. */
export const routeDestinations: (object: KubernetesObject) => readonly RouteDestination[] =
  perObject((object) => [...read(object)]);

function* read(object: KubernetesObject): Generator<RouteDestination> {
  const spec = virtualServiceSpec(object);
  for (const protocol of ["tcp", "tls", "http"] as const) {
    for (const [index, { route }] of (spec?.[protocol] ?? []).entries()) {
      for (const [place, { destination, weight }] of (route ?? []).entries()) {
        const path = ["spec", protocol, index, "route", place];
        const found = describe(destination, path, false);
        yield* weight === undefined ? found : found.map((each) => ({ ...each, weight }));
      }
    }
  }
  for (const [index, { mirror, mirrors }] of (spec?.http ?? []).entries()) {
    yield* describe(mirror, ["spec", "http", index, "mirror"], true);
    for (const [place, { destination }] of (mirrors ?? []).entries()) {
      yield* describe(destination, ["spec", "http", index, "mirrors", place], true);
    }
  }
}

function describe(said: Said | undefined, path: Path, mirror: boolean): RouteDestination[] {
  const { host, subset, port } = said ?? {};
  if (host === undefined || host === "") return [];
  return [
    {
      host,
      ...(subset === undefined || subset === "" ? {} : { subset }),
      ...(port?.number === undefined ? {} : { port: port.number }),
      mirror,
      path,
    },
  ];
}
