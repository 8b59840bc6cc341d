/** Room for the caption above a picture. */
const captionHeight = 44;

/**
 * A chart or drawing of the page as a file. Colours are looked up, so that the file stands alone.
 *
 * @param caption what it shows and in which unit, written above it
 */
export function svgText(svg: SVGSVGElement, caption: readonly [string, string] | undefined): string {
  const styles = getComputedStyle(document.documentElement);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { width, height } = svg.getBoundingClientRect();
  if (!copy.hasAttribute('width')) copy.setAttribute('width', String(width));
  if (!copy.hasAttribute('height')) copy.setAttribute('height', String(height));
  if (caption) addCaption(copy, caption);
  copy.style.color = styles.getPropertyValue('--ink').trim();
  copy.style.background = styles.getPropertyValue('--paper-raised').trim();
  copy.style.fontFamily = 'sans-serif';
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => styles.getPropertyValue(name).trim());
}

function addCaption(svg: SVGSVGElement, [title, unit]: readonly [string, string]): void {
  const width = Number(svg.getAttribute('width'));
  const height = Number(svg.getAttribute('height'));
  svg.setAttribute('height', String(height + captionHeight));
  svg.setAttribute('viewBox', `0 ${-captionHeight} ${width} ${height + captionHeight}`);
  for (const [words, size, y] of [
    [title, 14, -26],
    [unit, 11, -10],
  ] as const) {
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.textContent = words;
    for (const [name, value] of Object.entries({
      x: 8,
      y,
      'font-size': size,
      'text-anchor': 'start',
      fill: 'currentColor',
    }))
      text.setAttribute(name, String(value));
    svg.append(text);
  }
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

export async function savePng(
  svg: SVGSVGElement,
  name: string,
  caption: readonly [string, string] | undefined,
): Promise<void> {
  const address = URL.createObjectURL(new Blob([svgText(svg, caption)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * pixelsPerUnit;
    canvas.height = image.height * pixelsPerUnit;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) saveBlob(blob, name);
  } finally {
    URL.revokeObjectURL(address);
  }
}
