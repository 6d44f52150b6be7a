import type { ConfigPatch } from "../fields/networking.ts";
import { isSet, type Place } from "../place.ts";
import { portProblem } from "../values/port.ts";
import { regexProblem } from "../values/re2.ts";
import { checkMatch } from "./match.ts";
import { checkValue } from "./value.ts";

/** What the definition of the kind refuses in a match for waypoints; whether this is one, of which Istio says no more. */
function checkWaypoint({ context, waypoint }: Match, place: Place): boolean {
  const isWaypoint = context === "WAYPOINT";
  if (isWaypoint !== (waypoint !== undefined)) {
    place.error("`context: WAYPOINT` goes with a match of `waypoint`, and with no other");
  }
  const port = waypoint?.portNumber;
  if (port !== undefined) place.at("waypoint", "portNumber").error(portProblem(port));
  return isWaypoint;
}

type Match = NonNullable<ConfigPatch["match"]>;

/** A patch: where it applies, and what it does there. Istio looks no further than the first fault. */
export function checkPatch(patch: ConfigPatch, place: Place): void {
  const { applyTo = "INVALID", match, patch: change } = patch;
  if (match !== undefined && checkWaypoint(match, place.at("match"))) return;
  if (applyTo === "INVALID") {
    place.error("the patch has no `applyTo`");
    return;
  }
  const operation = change?.operation ?? "INVALID";
  if (change === undefined || operation === "INVALID") {
    place.at("patch").error("the patch has no `operation`");
    return;
  }
  if (operation !== "REMOVE" && change.value === undefined) {
    place.at("patch").error(`the operation ${operation} needs a \`value\``);
    return;
  }
  const version = match?.proxy?.proxyVersion;
  if (isSet(version)) {
    const at = place.at("match", "proxy").at("proxyVersion");
    if (Buffer.byteLength(version) > 1024) {
      at.warn("the expression has more than 1024 characters, and is ignored");
    } else {
      const problem = regexProblem(version);
      at.error(problem);
      if (problem !== undefined) return;
    }
  }
  if (checkMatch(patch, place.at("match")) === "faulty") return;
  if (change.value !== undefined) checkValue(applyTo, change.value, place.at("patch", "value"));
}
