/** A mesh says who it is within its first lines; a bundle of manifests can be long. */
const looked = 64 * 1024;

/** Whether a text is a mesh of Heddle and not objects of Kubernetes. The version may be left out of a mesh. */
export function holdsMesh(text: string): boolean {
  const head = text.slice(0, looked);
  if (/^apiVersion:[ \t]*["']?heddle\//m.test(head)) return true;
  return /^services[ \t]*:/m.test(head) && !/^["']?kind["']?[ \t]*:/m.test(head);
}
