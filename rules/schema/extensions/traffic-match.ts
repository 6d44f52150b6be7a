import type { TrafficMatch } from "../fields/extensions.ts";
import { each, type Place } from "../place.ts";
import { portProblem } from "../values/port.ts";

/** The traffic that an extension is for. */
export function checkTrafficMatch(match: TrafficMatch | undefined, place: Place): void {
  each(match, place, ({ ports }, at) => {
    each(ports, at.at("ports"), ({ number = 0 }, port) => {
      port.at("number").error(portProblem(number));
    });
  });
}
