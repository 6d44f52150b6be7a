const literal = /^[a-zA-Z0-9\-._~%!$&'()+,;:@=]+$/;

/** A path with `{*}` for one segment and, as the last of them, `{**}` for any number. */
export function pathTemplateProblem(path: string): string | undefined {
  const template = path.includes("{*}") || path.includes("{**}");
  let open = false;
  for (const segment of path.replace(/^\/+|\/+$/g, "").split("/")) {
    if (segment === "{*}" || segment === "{**}") {
      if (open) return `after \`{**}\` no other template can follow in ${JSON.stringify(path)}`;
      open = segment === "{**}";
    } else if (/[{}]/.test(segment)) {
      return `the braces in ${JSON.stringify(path)} are neither \`{*}\` nor \`{**}\` as a whole segment`;
    } else if (template && !literal.test(segment)) {
      return `the segment ${JSON.stringify(segment)} cannot stand beside a template`;
    }
  }
  return undefined;
}
