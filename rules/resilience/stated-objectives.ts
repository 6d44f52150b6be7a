import { z } from "zod";
import type { Path } from "../../diagnostics/index.ts";
import { messages, text } from "../../graph/kinds/fields.ts";
import { readSpec } from "../../graph/kinds/read-kind.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";

/** A promise of availability: which part of the requests succeeds. */
export interface StatedObjective {
  readonly object: KubernetesObject;
  readonly path: Path;
  /** Name of the service. */
  readonly service: string;
  /** Between 0 and 1. */
  readonly share: number;
}

const figure = z.coerce.number().optional();
const sloth = "sloth.slok.dev/PrometheusServiceLevel";
const readSloth = readSpec(
  sloth,
  z.looseObject({ service: text, slos: messages({ name: text, objective: figure }) }),
);
const openSlo = "openslo/SLO";
const readOpenSlo = readSpec(
  openSlo,
  z.looseObject({
    service: text,
    objectives: messages({ displayName: text, target: figure, targetPercent: figure }),
  }),
);
const pyrra = "pyrra.dev/ServiceLevelObjective";
const readPyrra = readSpec(pyrra, z.looseObject({ target: figure }));

/** The objectives for availability that objects of Sloth, OpenSLO and Pyrra state; those for latency are left out. */
export function statedObjectives(graph: ObjectGraph): readonly StatedObjective[] {
  return [
    ...objectsOf(graph, sloth).flatMap((object) => {
      const { service, slos = [] } = readSloth(object) ?? {};
      return slos.flatMap(({ name, objective }, index) =>
        stated(object, service, name, percent(objective), ["spec", "slos", index, "objective"]),
      );
    }),
    ...objectsOf(graph, openSlo).flatMap((object) => {
      const { service, objectives = [] } = readOpenSlo(object) ?? {};
      return objectives.flatMap(({ displayName = "", target, targetPercent }, index) => {
        const name = `${object.name} ${displayName}`;
        const share = target ?? percent(targetPercent);
        return stated(object, service, name, share, ["spec", "objectives", index]);
      });
    }),
    ...objectsOf(graph, pyrra).flatMap((object) => {
      const service = object.labels["service"] ?? object.labels["app"] ?? object.name;
      const share = percent(readPyrra(object)?.target);
      return stated(object, service, object.name, share, ["spec", "target"]);
    }),
  ];
}

function stated(
  object: KubernetesObject,
  service: string | undefined,
  name = "",
  share: number | undefined,
  path: Path,
): StatedObjective[] {
  if (service === undefined || share === undefined || /latenc|duration|slow/i.test(name)) return [];
  return share > 0 && share < 1 ? [{ object, path, service, share }] : [];
}

function percent(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value / 100;
}
