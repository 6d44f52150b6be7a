import type { ServicePort } from "../services/port-protocol.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** Protocols in which the server speaks first, by the port that is theirs; those that Istio knows by their port are not here. */
const byPort: ReadonlyMap<number, string> = new Map([
  [21, "FTP"],
  [22, "SSH"],
  [110, "POP3"],
  [143, "IMAP"],
  [465, "SMTP"],
  [587, "SMTP"],
  [2525, "SMTP"],
  [5900, "VNC"],
  [33060, "MySQL"],
]);

const byWord: readonly (readonly [RegExp, string])[] = [
  [/^(?:mysql|mariadb|percona|galera)/, "MySQL"],
  [/^(?:smtp|postfix|exim|mailhog|submission)/, "SMTP"],
  [/^(?:ftp|vsftpd|proftpd)/, "FTP"],
  [/^(?:ssh|sftp|openssh)/, "SSH"],
  [/^(?:imap|pop3|dovecot)/, "IMAP"],
];

/** The protocol of a port in which the server speaks first, as its number, its name and the images behind it suggest. */
export function serverFirstProtocol(
  { port, targetPort, name = "" }: ServicePort,
  pods: readonly VirtualPod[],
): string | undefined {
  const numbers = [port, targetPort].flatMap((each) => byPort.get(Number(each)) ?? []);
  return numbers[0] ?? wordOf(name.toLowerCase()) ?? imageOf(pods);
}

/** What the only container with a port runs, by the last part of its image. */
function imageOf(pods: readonly VirtualPod[]): string | undefined {
  const [image, ...others] = (pods[0]?.containers ?? []).flatMap((each) =>
    (each.ports ?? []).length > 0 && each.image !== undefined ? [each.image] : [],
  );
  if (image === undefined || others.length > 0) return undefined;
  return wordOf(image.split("/").at(-1) ?? "");
}

function wordOf(text: string): string | undefined {
  return byWord.find(([pattern]) => pattern.test(text))?.[1];
}
