// Loaded into the measured program (NODE_OPTIONS=--import): says at its end what the process used.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["HEDDLE_USAGE"];
if (folder !== undefined && process.argv[1]?.includes(join("cmd", "run"))) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { kibibytes: maxRSS, cpuMicroseconds: userCPUTime + systemCPUTime };
    writeFileSync(join(folder, "usage.json"), JSON.stringify(usage));
  });
}
