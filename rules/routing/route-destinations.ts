import type { Path } from "../../diagnostics/index.ts";
import { virtualServiceSpec } from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { perObject } from "../../graph/objects/per-object.ts";

/** A place of a VirtualService that names a host to send to. */
export interface RouteDestination {
  readonly host: string;
  /** Fully qualified. */
  readonly full: string;
  readonly subset: string | undefined;
  readonly port: number | undefined;
  /** As it is written; a mirror has none. */
  readonly weight: number | undefined;
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
  perObject((object) => {
    const spec = virtualServiceSpec(object);
    const found: RouteDestination[] = [];
    const add = (said: Said | undefined, path: Path, mirror: boolean, weight?: number) => {
      const host = said?.host;
      if (host === undefined || host === "") return;
      const full = completeHost(host, object.namespace);
      const subset = said?.subset === "" ? undefined : said?.subset;
      found.push({ host, full, subset, port: said?.port?.number, weight, mirror, path });
    };
    for (const protocol of ["tcp", "tls", "http"] as const) {
      spec?.[protocol]?.forEach(({ route }, index) => {
        route?.forEach(({ destination, weight }, place) => {
          add(destination, ["spec", protocol, index, "route", place], false, weight);
        });
      });
    }
    spec?.http?.forEach(({ mirror, mirrors }, index) => {
      add(mirror, ["spec", "http", index, "mirror"], true);
      mirrors?.forEach(({ destination }, place) => {
        add(destination, ["spec", "http", index, "mirrors", place], true);
      });
    });
    return found;
  });
