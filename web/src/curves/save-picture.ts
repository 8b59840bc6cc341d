/** A chart or drawing of the page as a file. Colours are looked up, so that the file stands alone. */
export function svgText(svg: SVGSVGElement): string {
  const styles = getComputedStyle(document.documentElement);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { width, height } = svg.getBoundingClientRect();
  if (!copy.hasAttribute('width')) copy.setAttribute('width', String(width));
  if (!copy.hasAttribute('height')) copy.setAttribute('height', String(height));
  copy.style.color = styles.getPropertyValue('--ink').trim();
  copy.style.background = styles.getPropertyValue('--paper-raised').trim();
  copy.style.fontFamily = 'sans-serif';
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => styles.getPropertyValue(name).trim());
}

export function saveText(content: string, name: string, type: string): void {
  saveBlob(new Blob([content], { type }), name);
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click: free it a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const pixelsPerUnit = 2;

export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { width, height } = svg.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = width * pixelsPerUnit;
    canvas.height = height * pixelsPerUnit;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) saveBlob(blob, name);
  } finally {
    URL.revokeObjectURL(address);
  }
}
