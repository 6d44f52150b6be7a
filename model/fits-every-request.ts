import type { RequestMatch } from "./mesh.ts";

/** Whether a match asks for nothing of the request itself; who sends it may be another question. */
export function fitsEveryRequest({
  path,
  method,
  authority,
  headers,
  query,
}: RequestMatch): boolean {
  return (
    path === undefined &&
    method === undefined &&
    authority === undefined &&
    Object.keys(headers).length === 0 &&
    Object.keys(query ?? {}).length === 0
  );
}
