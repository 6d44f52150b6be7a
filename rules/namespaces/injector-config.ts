import { z } from "zod";
import { flag, message, text } from "../../graph/kinds/fields.ts";
import { withoutNulls } from "../../graph/kinds/without-nulls.ts";
import {
  configMapContent,
  configMapType,
  type ConfigMapContent,
} from "../../graph/kinds/config-map.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** Whether the injector of the input takes namespaces that ask for nothing (`enableNamespacesByDefault`). */
export const injectsByDefault: (graph: ObjectGraph) => boolean = perGraph((graph) =>
  objectsOf(graph, configMapType)
    .filter(({ name }) => name === "istio-sidecar-injector")
    .some((object) => enabled(configMapContent(object)?.data?.["values"])),
);

/** The image of the proxy that an injector puts in; undefined where its values do not say. */
export function injectedImage(content: ConfigMapContent | undefined): string | undefined {
  const { global } = valuesOf(content?.data?.["values"]);
  const { hub = "", tag = "", proxy } = global ?? {};
  const image = proxy?.image ?? "";
  if (image.includes("/")) return image;
  return image === "" ? undefined : `${hub}/${image}:${String(tag)}`;
}

const schema = z.looseObject({
  sidecarInjectorWebhook: message({ enableNamespacesByDefault: flag }),
  global: message({
    hub: text,
    tag: z.union([z.string(), z.number()]).optional(),
    proxy: message({ image: text }),
  }),
});

function valuesOf(values: string | undefined): z.output<typeof schema> {
  try {
    return schema.safeParse(withoutNulls(JSON.parse(values ?? "{}"))).data ?? {};
  } catch {
    return {};
  }
}

function enabled(values: string | undefined): boolean {
  return valuesOf(values).sidecarInjectorWebhook?.enableNamespacesByDefault === true;
}
