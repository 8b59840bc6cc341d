/** Parts of an id such as `lactulose_0_5h`; results that are no urine window have no hours. */
export function resultParts(id: string): {
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
} {
  const [, what, from, to] = /^(.+)_(\d+)_(\d+)h$/.exec(id) ?? [];
  return what && from && to ? { what, from, to } : { what: id };
}
