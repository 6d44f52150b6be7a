import type { Fields } from "./fields.ts";

/** Where something is, as a text: `region`, `region/zone` or `region/zone/sub-zone`. */
export type Place = string;

/** A place as Envoy wants it. */
export function localityFields(place: Place): Fields {
  const [region = "", zone, subZone] = place.split("/");
  return {
    region,
    ...(zone === undefined ? {} : { zone }),
    ...(subZone === undefined ? {} : { sub_zone: subZone }),
  };
}

/** How far it is: 0 in the same sub-zone, 1 in the same zone, 2 in the same region, 3 elsewhere. As Istio counts. */
export function distance(from: Place, to: Place): number {
  const [near, far] = [from.split("/"), to.split("/")];
  const differs = [0, 1, 2].find((part) => near[part] !== far[part]) ?? 3;
  return 3 - differs;
}

/** Whether a place is in what a policy names: a region holds its zones, with or without `*`. */
export function isIn(named: string, place: Place): boolean {
  const prefix = named.replace(/\/?\*$/, "");
  return prefix === "" || place === prefix || place.startsWith(`${prefix}/`);
}
