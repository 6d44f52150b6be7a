import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The IPv4 addresses, `address:port`, on which a process of this machine listens for TCP. Linux only. */
export function readSockets(pid: number): readonly string[] {
  const folder = `/proc/${String(pid)}/fd`;
  const own = new Set(
    readdirSync(folder).flatMap((fd) => {
      return /^socket:\[(\d+)\]$/.exec(readOpenFile(`${folder}/${fd}`))?.[1] ?? [];
    }),
  );
  const lines = readFileSync(`/proc/${String(pid)}/net/tcp`, "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const listening = lines
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === "0A" && own.has(fields[9] ?? ""));
  return [...new Set(listening.map(([, address = ""]) => readAddress(address)))].sort();
}

/** A connection that carries traffic may end between the listing and the look: then it is no listener. */
function readOpenFile(link: string): string {
  try {
    return readlinkSync(link);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return "";
    }
    throw error;
  }
}

/** `0100007F:1F90` is 127.0.0.1:8080: four bytes, the last one first. */
function readAddress(text: string): string {
  const [address = "", port = ""] = text.split(":");
  const bytes = (address.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16));
  return `${bytes.join(".")}:${String(Number.parseInt(port, 16))}`;
}
