import { printPath, type Path } from "../../diagnostics/index.ts";
import type { ExtensionInput } from "../schema/extension-schema.ts";
import { extensionPlaces } from "../vocabulary.ts";
import { addNotHttp, speaksHttp } from "./check-http.ts";
import { addError, sureService, type ReferenceContext } from "./reference-context.ts";

/** Extensions stand where a proxy sees requests, under names of their own, in the order that proxies keep. */
export function checkExtensions(context: ReferenceContext): void {
  for (const [name, { extensions }] of context.services) {
    if (extensions === undefined) continue;
    const path = ["services", name, "extensions"];
    checkService(context, name, path);
    checkList(context, extensions, path);
  }
  for (const [name, { extensions }] of Object.entries(context.definition.gateways ?? {})) {
    if (extensions === undefined) continue;
    const path = ["gateways", name, "extensions"];
    checkGateway(context, name, path);
    checkList(context, extensions, path);
  }
}

function checkService(context: ReferenceContext, name: string, path: Path): void {
  const service = sureService(context, name);
  // That a service outside has none is said with all else that it has not.
  if (service === undefined || service.kind === "external") return;
  if (!service.inMesh) {
    addError(context, {
      code: "HED2042",
      path,
      message: `"${name}" has no proxy that could run them`,
      fix: "remove extensions, or remove inMesh: false",
    });
  } else if (!speaksHttp(service)) addNotHttp(context, service, path, "extensions");
}

/** A gateway that only hands connections on sees no request that could pass. */
function checkGateway(context: ReferenceContext, name: string, path: Path): void {
  const { gateways } = context.mesh;
  const gateway = Object.hasOwn(gateways, name) ? gateways[name] : undefined;
  if (gateway === undefined || gateway.kind === "egress") return;
  if (gateway.hosts.some(({ carries }) => carries === "requests")) return;
  addError(context, {
    code: "HED2072",
    path,
    message: `the gateway "${name}" hands on connections only, so that no request passes them; allowed: at a gateway with a host whose requests it sees`,
    fix: "remove extensions, or put them at the service",
  });
}

function checkList(
  context: ReferenceContext,
  extensions: readonly ExtensionInput[],
  path: Path,
): void {
  const names = new Map<string, number>();
  let last = { index: 0, place: 0 };
  for (const [index, { name, before = "router" }] of extensions.entries()) {
    const first = names.get(name);
    names.set(name, first ?? index);
    if (first !== undefined) {
      addError(context, {
        code: "HED2070",
        path: [...path, index, "name"],
        message: `"${name}" is the name of ${printPath([...path, first])} as well`,
        fix: "give each extension a name of its own",
      });
    }
    const place = extensionPlaces.indexOf(before);
    if (place >= last.place) {
      last = { index, place };
      continue;
    }
    addError(context, {
      code: "HED2071",
      path: [...path, index],
      message: `stands before ${before}, so that requests pass it earlier than ${printPath([...path, last.index])}, which is written before it; the proxy's order is: ${extensionPlaces.join(", ")}`,
      fix: "write the extensions in the order in which requests pass them",
    });
  }
}
